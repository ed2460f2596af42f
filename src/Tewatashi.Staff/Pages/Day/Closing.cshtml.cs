using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.HandOver;
using Tewatashi.HandOver.Closings;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;
using Tewatashi.Text;
using Tewatashi.Time;
using Tewatashi.Vaults;
using Tewatashi.Web.Forms;

namespace Tewatashi.Staff.Pages.Day;

/// <summary>締め of a counter's day: what stands open, one thing after the other, and then the closing itself.</summary>
[Needs(Permission.HandOver)]
public sealed class ClosingModel(ListCounters list, SeeClosing see, KeepInTray keep, MarkNotCome mark, CloseCounter close, ReopenCounter reopen, ListVaults vaults, TimeProvider clock) : CounterPage(list)
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? Date { get; set; }

    /// <summary>What was just done: a code of this page.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty]
    public Guid? Card { get; set; }

    [BindProperty]
    public KeptReason? Reason { get; set; }

    [BindProperty]
    public string? SecondUserId { get; set; }

    /// <summary>Never written into the page again.</summary>
    [BindProperty]
    public string? SecondPassword { get; set; }

    [BindProperty]
    public string? OldPapers { get; set; }

    [BindProperty]
    public bool DifferenceAccepted { get; set; }

    /// <summary>The number counted differs from the books: asked once more.</summary>
    public bool AsksForDifference { get; private set; }

    /// <summary>Null where no counter is chosen.</summary>
    public ClosingView? View { get; private set; }

    /// <summary>Vaults of the counter's office that stand open; none on another day's closing.</summary>
    public IReadOnlyList<LocationWords> OpenVaults { get; private set; } = [];

    public DateOnly Day => Date ?? JapanTime.Today(clock);
    public bool IsToday => Day == JapanTime.Today(clock);
    public IEnumerable<Choice> CardChoices => View!.Tray.Where(line => line.Kept is null && !line.ForNextDay)
        .Select(line => new Choice(line.Card.CardId.ToString(), $"{line.Card.LastFour} {line.Card.WhyInTray(Day)}")); // shown only with a view
    public static IEnumerable<Choice> Reasons => Enum.GetValues<KeptReason>().Where(reason => reason != KeptReason.NextDay).Select(reason => new Choice(reason.ToString(), reason.Name()));

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostNextDayAsync()
    {
        await ChooseAsync();
        if (At is null) return Page();
        await keep.RunAsync(new(At.Id, Day, null, KeptReason.NextDay), Caller, Cancelled); // nothing left to keep: the page shows it
        return Back("kept");
    }

    public async Task<IActionResult> OnPostKeepAsync()
    {
        ModelState.Clear();
        await ChooseAsync();
        if (At is null) return Page();
        var second = string.IsNullOrWhiteSpace(SecondUserId) || string.IsNullOrEmpty(SecondPassword) ? null : new SecondSignature(SecondUserId, SecondPassword);
        if (Card is null) ModelState.AddModelError(nameof(Card), "トレイに残すカードを選んでください。");
        if (Reason is null) ModelState.AddModelError(nameof(Reason), "残す理由を選んでください。");
        if (second is null) ModelState.AddModelError(nameof(SecondUserId), "二人目の職員のユーザーIDとパスワードを入力してください。");
        if (Card is not { } card || Reason is not { } reason || second is null) return await ShowAsync();
        switch (await keep.RunAsync(new(At.Id, Day, card, reason, second), Caller, Cancelled))
        {
            case KeepInTray.Kept or KeepInTray.Nothing or KeepInTray.DayClosed: return Back("kept");
            case KeepInTray.SecondNeeded: ModelState.AddModelError(nameof(SecondUserId), "二人目の職員のユーザーIDとパスワードを入力してください。"); break;
            case KeepInTray.NotForNextDay: ModelState.AddModelError(nameof(Reason), "次の日に来る方のカードではありません。ほかの理由を選ぶか、棚に戻してください。"); break;
            case KeepInTray.SamePerson: ModelState.AddModelError(nameof(SecondUserId), "サインインしている人と同じです。二人目は別の職員が入力してください。記録しました。"); break;
            case KeepInTray.SecondRefused: ModelState.AddModelError(nameof(SecondUserId), "二人目を確認できません。ユーザーIDかパスワードが違うか、交付の権限がありません。記録しました。"); break;
            case var outcome: throw new InvalidOperationException($"{outcome.GetType().Name} has no words.");
        }

        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostNotComeAsync()
    {
        await ChooseAsync();
        if (At is null) return Page();
        await mark.RunAsync(new(At.Id, Day), Caller, Cancelled);
        return Back("marked");
    }

    public async Task<IActionResult> OnPostCloseAsync()
    {
        ModelState.Clear();
        await ChooseAsync();
        if (At is null) return Page();
        if (Typed.Number(OldPapers) is not { } counted || counted < 0)
        {
            ModelState.AddModelError(nameof(OldPapers), "回収した旧カード・通知カードを手で数え、枚数を数字で入力してください。");
            return await ShowAsync();
        }

        switch (await close.RunAsync(new(At.Id, Day, counted, DifferenceAccepted), Caller, Cancelled))
        {
            case CloseCounter.Closed: return Back("closed");
            case CloseCounter.AlreadyClosed: return Back("already");
            case CloseCounter.NotFound: return NotFound();
            case CloseCounter.StillOpen: ModelState.AddModelError("", "まだ終わっていないものがあります。上の一覧を片づけてから、もう一度締めてください。"); break;
            case CloseCounter.OldPapersDiffer(var books, var hand):
                AsksForDifference = true;
                ModelState.AddModelError(nameof(OldPapers), string.Create(CultureInfo.InvariantCulture, $"記録では{books}枚、数えた枚数は{hand}枚です。数え直して、それでも違うときは下の欄に付けて締めてください。両方の数が残ります。"));
                break;
            case var outcome: throw new InvalidOperationException($"{outcome.GetType().Name} has no words.");
        }

        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostReopenAsync()
    {
        await ChooseAsync();
        if (At is null) return Page();
        return Back(await reopen.RunAsync(new(At.Id, Day), Caller, Cancelled) is ReopenCounter.OtherDay ? "over" : "reopened");
    }

    private RedirectResult Back(string done) => Redirect(string.Create(CultureInfo.InvariantCulture, $"/closing?date={Day:yyyy-MM-dd}&done={done}"));

    private async Task<IActionResult> ShowAsync()
    {
        await ChooseAsync();
        if (At is not null) View = await see.RunAsync(new(At.Id, Day), Caller, Cancelled);
        if (At is not null && IsToday) OpenVaults = await vaults.OpenAtAsync(Municipality, At.Id, Cancelled);
        return Page();
    }
}
