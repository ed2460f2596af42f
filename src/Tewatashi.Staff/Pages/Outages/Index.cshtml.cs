using Microsoft.AspNetCore.Mvc;
using Tewatashi.Reservations.Outages;
using Tewatashi.Staff.Pages.Counters;
using Tewatashi.Staff.SignIn;
using Tewatashi.Text;
using Tewatashi.Time;
using Tewatashi.Web.Forms;
using DateParts = Tewatashi.Web.Forms.DateParts;

namespace Tewatashi.Staff.Pages.Outages;

/// <summary>全国システム停止: declared with the effect shown first, extended, ended, and who came in vain.</summary>
[Needs(Permission.HandOver)]
public sealed class IndexModel(SeeOutages see, DeclareOutage declare, ExtendOutage extend, EndOutage end, CountTurnedAway count, TimeProvider clock) : EffectPage
{
    /// <summary>What was just done: a code of this page.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty(SupportsGet = true, Name = "lost")]
    public int? LostVisits { get; set; }

    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty]
    public DateParts UntilDay { get; set; } = new();

    [BindProperty]
    public string? Until { get; set; }

    [BindProperty]
    public List<Guid> CounterIds { get; set; } = [];

    public SeeOutages.View View { get; private set; } = null!; // loaded before the page is drawn

    public IReadOnlyList<Choice> Counters => [.. View.Counters.Select(counter => new Choice(counter.Id.ToString(), counter.Name))];

    public string? Told => Done switch
    {
        "declared" => "枠を閉じました。",
        "extended" => "停止を延ばしました。",
        "ended" => "停止を終わらせました。枠は予約に戻りました。",
        "over" => "この停止はもう終わっています。",
        "counted" => "1人数えました。",
        _ => null,
    };

    public async Task OnGetAsync()
    {
        UntilDay = DateParts.Of(JapanTime.Today(clock));
        await LoadAsync();
    }

    public async Task<IActionResult> OnPostDeclareAsync()
    {
        if (ReadUntil() is { } until)
        {
            switch (await declare.RunAsync(new(until, CounterIds, IsApplied(until, CounterIds)), Caller, Cancelled))
            {
                case DeclareOutage.Declared declared: return Redirect($"/outage?done=declared&lost={declared.Lost}");
                case DeclareOutage.Loses loses: Show(loses.Effect, until, CounterIds); break;
                case DeclareOutage.Wrong { Field: nameof(DeclareOutage.Request.CounterIds) }: ModelState.AddModelError(nameof(CounterIds), "窓口を選び直してください。"); break;
                case DeclareOutage.Wrong: SayWrongTime(); break;
                case DeclareOutage.AlreadyRunning: ModelState.AddModelError("", "ほかの人が先に停止を始めました。この画面を開き直してください。"); break;
                case var outcome: throw new InvalidOperationException($"{outcome.GetType().Name} has no words.");
            }
        }

        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostExtendAsync()
    {
        if (ReadUntil() is { } until)
        {
            switch (await extend.RunAsync(new(Id, until, IsApplied(Id, until)), Caller, Cancelled))
            {
                case ExtendOutage.Extended extended: return Redirect($"/outage?done=extended&lost={extended.Lost}");
                case ExtendOutage.Over: return Redirect("/outage?done=over");
                case ExtendOutage.Loses loses: Show(loses.Effect, Id, until); break;
                case ExtendOutage.WrongTime: ModelState.AddModelError(nameof(Until), "いまの終わりより後の時刻を、2週間以内で入力してください。早く終わらせるときは「停止を終わらせる」を押します。"); break;
                case var outcome: throw new InvalidOperationException($"{outcome.GetType().Name} has no words.");
            }
        }

        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostEndAsync() => Redirect(await end.RunAsync(new(Id), Caller, Cancelled) ? "/outage?done=ended" : "/outage?done=over");

    public async Task<IActionResult> OnPostCountAsync() => Redirect(await count.RunAsync(new(Id), Caller, Cancelled) ? "/outage?done=counted" : "/outage?done=over");

    private DateTimeOffset? ReadUntil()
    {
        if (!UntilDay.TryDate(out var day)) ModelState.AddModelError(nameof(UntilDay), "いつまでかを年、月、日で入力してください。");
        else if (Typed.Time(Until) is not { } time) ModelState.AddModelError(nameof(Until), "何時までかを 15:00 のように入力してください。");
        else return JapanTime.InstantOf(day, time);
        return null;
    }

    private void SayWrongTime() => ModelState.AddModelError(nameof(Until), "いまより後の時刻を、2週間以内で入力してください。");

    private async Task LoadAsync() => View = await see.RunAsync(Municipality, Cancelled);
}
