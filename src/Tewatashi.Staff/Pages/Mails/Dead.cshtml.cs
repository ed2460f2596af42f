using Microsoft.AspNetCore.Mvc;
using Tewatashi.Reservations.Letters;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Mails;

/// <summary>届かなかったメール: sent again, or given up so that somebody calls.</summary>
[Needs(Permission.BookForCaller)]
public sealed class DeadModel(ListDeadMails list, ResendMail resend, GiveUpMail giveUp) : StaffPage
{
    [BindProperty]
    public Guid MailId { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public ListDeadMails.Shown Shown { get; private set; } = new([], 0);

    public string? DoneWords => Done switch
    {
        "again" => "もう一度送ります。届かないときは、またここに表示されます。",
        "call" => "送るのをやめ、電話連絡一覧に載せました。",
        "closed" => "送るのをやめました。電話でお知らせする相手はありません。",
        "gone" => "このメールは、すでに対応が済んでいます。",
        _ => null,
    };

    public async Task OnGetAsync() => Shown = await list.RunAsync(Caller with { OperationId = null }, Cancelled);

    public async Task<IActionResult> OnPostAgainAsync() =>
        Redirect(await resend.RunAsync(new(MailId), Caller, Cancelled) ? "/mails?done=again" : "/mails?done=gone");

    public async Task<IActionResult> OnPostGiveUpAsync() => Redirect(await giveUp.RunAsync(new(MailId), Caller, Cancelled) switch
    {
        GiveUpMail.GivenUp { Calls: true } => "/mails?done=call",
        GiveUpMail.GivenUp => "/mails?done=closed",
        _ => "/mails?done=gone",
    });
}
