using Microsoft.AspNetCore.Mvc;
using Tewatashi.Reservations.Letters;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Mails;

/// <summary>
/// Sends the mails ticked on the list again or gives them up: first shows what becomes of each, then does it and names what stayed. The answer is this page itself
/// and no redirect, because it stands nowhere else; sent once more, it changes nothing.
/// </summary>
[Needs(Permission.BookForCaller)]
public sealed class EndModel(PreviewDeadMails preview, EndDeadMails end) : StaffPage
{
    /// <summary>Ticked on the list.</summary>
    [BindProperty]
    public List<Guid> Selected { get; set; } = [];

    /// <summary>What the preview showed as going.</summary>
    [BindProperty]
    public List<Guid> Mails { get; set; } = [];

    [BindProperty]
    public DeadMailEnd? How { get; set; }

    public IReadOnlyList<PreviewDeadMails.Line> Lines { get; private set; } = [];

    /// <summary>Null before it was done.</summary>
    public EndDeadMails.Result? Result { get; private set; }

    public int Goes => Lines.Count(line => !line.Over);

    public string? HowText => How switch
    {
        DeadMailEnd.SendAgain => "もう一度送る",
        DeadMailEnd.GiveUp => "やめて電話する",
        _ => null,
    };

    public IActionResult OnGet() => Redirect("/mails");

    public async Task OnPostAsync()
    {
        if (HowText is null) ModelState.AddModelError("", "どうするかを選んでください。一覧に戻って選び直します。");
        else if (Selected.Count == 0) ModelState.AddModelError("", "メールを1通以上選んでください。一覧に戻って選び直します。");
        else if (Selected.Count > EndDeadMails.MostMails) ModelState.AddModelError("", $"一度に片づけられるのは{EndDeadMails.MostMails}通までです。分けて選んでください。");
        else Lines = await preview.RunAsync(new(Selected), Caller, Cancelled);
    }

    public async Task<IActionResult> OnPostApplyAsync()
    {
        if (How is not { } how || HowText is null || Mails.Count is 0 or > EndDeadMails.MostMails) return Redirect("/mails");
        Result = await end.RunAsync(new(Mails, how), Caller, Cancelled);
        Lines = await preview.RunAsync(new(Mails), Caller, Cancelled);
        return Page();
    }

    public string DoneText(EndDeadMails.Result result) => How == DeadMailEnd.SendAgain
        ? $"{result.Ended}通をもう一度送ります。届かないときは、また一覧に表示されます。"
        : $"{result.Ended}通を送るのをやめました。{result.Calls}件を電話連絡の一覧に載せました。";

    public string WordOf(PreviewDeadMails.Line line) => (Result, How) switch
    {
        (null, _) when line.Over => "そのままです: すでに対応が済んでいます",
        (null, DeadMailEnd.SendAgain) => "もう一度送ります",
        (null, _) => line.Calls ? "送るのをやめ、電話連絡の一覧に載せます" : "送るのをやめます。電話でお知らせする相手はありません",
        ({ } done, _) when done.LeftOut.Contains(line.MailId) => "そのままです: すでに対応が済んでいます",
        (_, DeadMailEnd.SendAgain) => "もう一度送ります",
        _ => "送るのをやめました",
    };
}
