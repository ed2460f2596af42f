using Microsoft.AspNetCore.Mvc;
using Tewatashi.Reservations.Letters;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Mails;

/// <summary>メールの文章: every kind of mail in both languages, as it counts now.</summary>
[Needs(Permission.ManageSettings)]
public sealed class TextsModel(ReadMailTexts texts) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public bool Done { get; set; }

    public IReadOnlyList<ReadMailTexts.Shown> Texts { get; private set; } = [];

    public async Task OnGetAsync() => Texts = await texts.AllAsync(Municipality, Cancelled);
}
