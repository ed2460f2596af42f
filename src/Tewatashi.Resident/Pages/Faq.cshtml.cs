using Tewatashi.Municipalities;
using Tewatashi.Time;

namespace Tewatashi.Resident.Pages;

/// <summary>よくある質問 of the municipality.</summary>
public sealed class FaqModel(PublicOffice office, TimeProvider clock) : ResidentPage
{
    public IReadOnlyList<Article> Articles { get; private set; } = [];

    public async Task OnGetAsync() => Articles = await office.ArticlesAsync(Office.Key, ArticleKind.Faq, JapanTime.Today(clock), Cancelled);
}
