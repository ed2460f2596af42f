using Microsoft.AspNetCore.Mvc;
using Tewatashi.Staff.SignIn;
using Tewatashi.Transfers;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Transfers;

/// <summary>移送: what must travel to which office by when.</summary>
[Needs(Permission.MoveCards)]
public sealed class IndexModel(SeeTransfers see) : StaffPage
{
    /// <summary>Only what leaves this office.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? From { get; set; }

    public SeeTransfers.View View { get; private set; } = null!; // loaded before the page is shown

    public async Task OnGetAsync() => View = await see.RunAsync(new(From), Caller, Cancelled);

    public string WordOf(TransferLine.Stand stand) => stand switch
    {
        TransferLine.Stand.ToSend => "送る",
        TransferLine.Stand.Late => "送る日を過ぎています",
        TransferLine.Stand.There => "着いています",
    };

    public Tone ToneOf(TransferLine.Stand stand) => stand switch
    {
        TransferLine.Stand.ToSend => Tone.Info,
        TransferLine.Stand.Late => Tone.Error,
        TransferLine.Stand.There => Tone.Success,
    };
}
