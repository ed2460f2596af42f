using Microsoft.AspNetCore.Mvc;
using Tewatashi.Notices;
using Tewatashi.Papers;
using Tewatashi.Staff.SignIn;
using Tewatashi.Time;
using Tewatashi.Web.Forms;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Notices;

/// <summary>One batch from the choice to the post: 作成, 印刷, 印刷の確認, 封入照合, 発送.</summary>
[Needs(Permission.SendNotices)]
public sealed class BatchModel(SeeNoticeBatch see, TimeProvider clock) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What was just done, as a code.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>The printing that the page showed.</summary>
    [BindProperty]
    public int RunSeen { get; set; }

    [BindProperty]
    public string? LastGood { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public SheetFields Print { get; set; } = new();

    [BindProperty]
    public SheetFields Again { get; set; } = new();

    [BindProperty]
    public SheetFields Single { get; set; } = new();

    [BindProperty]
    public DateParts SentOn { get; set; } = new();

    /// <summary>A message about what was just done or refused.</summary>
    public sealed record Message(Tone Tone, string Heading, string Body);

    public Message? Told { get; private set; }

    public BatchView Batch { get; private set; } = null!; // loaded before the page is shown

    public bool PrintsLabels => Batch.Form == NoticeForm.Label;

    /// <summary>Papers that would be marked as sent now.</summary>
    public int Sendable => Math.Max(0, Batch.ReadyToSend - Batch.Held);

    /// <summary>Guides that can be sent now, for somebody who may let their data out.</summary>
    public bool CanExport => !PrintsLabels && Batch.Confirmed > 0 && May(Permission.ExportNotices);

    public int Step => Batch.Stage switch
    {
        BatchStage.Empty => 1,
        BatchStage.Print => 2,
        BatchStage.Confirm => 3,
        BatchStage.Match => 4,
        BatchStage.Send or BatchStage.Done => 5,
    };

    public string IssuedText(DateTimeOffset at) =>
        $"{JapaneseDate.Full(JapanTime.DateOf(at))} {JapanTime.TimeOf(at).ToString("H:mm", System.Globalization.CultureInfo.InvariantCulture)} ";

    public Task<IActionResult> OnGetAsync()
    {
        Told = BatchMessages.Done(Done);
        return ShowAsync();
    }

    public async Task<IActionResult> OnPostIssueAsync([FromServices] IssueNotices issue)
    {
        if (Print.Placement(ModelState, nameof(Print)) is not { } placement) return await ShowAsync();
        return await AnswerAsync(await issue.RunAsync(new(Id, placement), Caller, Cancelled));
    }

    public async Task<IActionResult> OnPostReprintAsync([FromServices] ReprintNotices reprint)
    {
        if (Again.Placement(ModelState, nameof(Again)) is not { } placement) return await ShowAsync();
        return await AnswerAsync(await reprint.RunAsync(new(Id, RunSeen, placement), Caller, Cancelled));
    }

    public async Task<IActionResult> OnPostSingleAsync([FromServices] ReissueNotice reissue)
    {
        var code = NoticeCode.Read(Code);
        if (BatchMessages.Unreadable(code) is { } problem) ModelState.AddModelError(nameof(Code), problem);
        var placement = Single.Placement(ModelState, nameof(Single));
        if (!ModelState.IsValid || placement is null) return await ShowAsync();
        var outcome = await reissue.RunAsync(new(Id, code, placement), Caller, Cancelled);
        if (outcome is not PrintOutcome.NotThere) return await AnswerAsync(outcome);
        ModelState.AddModelError(nameof(Code), "この束に、その番号の紙はありません。");
        return await ShowAsync();
    }

    public Task<IActionResult> OnPostConfirmAsync([FromServices] ConfirmPrinted confirm) => ConfirmAsync(confirm, null);

    public Task<IActionResult> OnPostConfirmUpToAsync([FromServices] ConfirmPrinted confirm)
    {
        var code = NoticeCode.Read(LastGood);
        if (BatchMessages.Unreadable(code) is not { } problem) return ConfirmAsync(confirm, code);
        ModelState.AddModelError(nameof(LastGood), problem);
        return ShowAsync();
    }

    public async Task<IActionResult> OnPostGiveUpAsync([FromServices] GiveUpNoticeBatch giveUp) =>
        await giveUp.RunAsync(Id, Caller, Cancelled) switch
        {
            GiveUpNoticeBatch.NotThere => NotFound(),
            GiveUpNoticeBatch.GivenUp => Back("given-up"),
            _ => await TellAsync(new(Tone.Warning, "取りやめられません", "受付番号とパスワードを発行し始めています。印刷の確認から続けてください。")),
        };

    public async Task<IActionResult> OnPostSendAsync([FromServices] SendNotices send)
    {
        if (!SentOn.TryDate(out var day))
        {
            ModelState.AddModelError(nameof(SentOn), "発送した日を、年・月・日の数字で入力してください。");
            return await ShowAsync();
        }

        var outcome = await send.RunAsync(new(Id, day), Caller, Cancelled);
        if (outcome is SendNotices.WrongDay wrong)
        {
            ModelState.AddModelError(nameof(SentOn), $"発送した日は、束を作った{JapaneseDate.Full(wrong.Earliest)}から今日までの日にしてください。");
            return await ShowAsync();
        }

        return outcome switch
        {
            SendNotices.NotThere => NotFound(),
            SendNotices.Sent => Back("sent"),
            _ => await TellAsync(new(Tone.Warning, "送れる紙がありません", "確認と照合が済んで、保留でないカードの紙だけを発送済みにできます。")),
        };
    }

    private async Task<IActionResult> ConfirmAsync(ConfirmPrinted confirm, NoticeCode? lastGood)
    {
        var outcome = await confirm.RunAsync(new(Id, RunSeen, lastGood), Caller, Cancelled);
        if (outcome is ConfirmPrinted.LastGoodUnknown)
        {
            ModelState.AddModelError(nameof(LastGood), "この束に、その番号の紙はありません。");
            return await ShowAsync();
        }

        return outcome switch
        {
            ConfirmPrinted.NotThere => NotFound(),
            ConfirmPrinted.Confirmed { Left: 0 } => Back("confirmed"),
            ConfirmPrinted.Confirmed => Back("confirmed-part"),
            _ => await TellAsync(BatchMessages.Changed),
        };
    }

    private async Task<IActionResult> AnswerAsync(PrintOutcome outcome)
    {
        if (outcome is PrintOutcome.NotThere) return NotFound();
        if (outcome is not PrintOutcome.Ready ready) return await TellAsync(BatchMessages.Of(outcome));
        return new PdfAnswer("交付通知.pdf", (body, cancelled) => WriteAsync(ready.Pdf, body, cancelled));
    }

    private async Task WriteAsync(NoticePdf pdf, Stream body, CancellationToken cancelled)
    {
        try
        {
            await pdf.WriteAsync(body, cancelled);
        }
        catch (PrintingReplacedException)
        {
            // Someone pressed 印刷し直す: this half PDF must not look whole.
            HttpContext.Abort();
        }
    }

    private RedirectResult Back(string done) => Redirect($"/notices/{Id}?done={done}");

    private Task<IActionResult> TellAsync(Message message)
    {
        Told = message;
        return ShowAsync();
    }

    private async Task<IActionResult> ShowAsync()
    {
        if (await see.RunAsync(Municipality, Id, Cancelled) is not { } batch) return NotFound();
        Batch = batch;
        if (SentOn.IsEmpty) SentOn = DateParts.Of(JapanTime.Today(clock));
        return Page();
    }
}
