using Microsoft.AspNetCore.Mvc;
using Tewatashi.Counters;
using Tewatashi.Reservations.Closures;
using Tewatashi.Staff.SignIn;
using Tewatashi.Time;
using Tewatashi.Web.Forms;
using DateParts = Tewatashi.Web.Forms.DateParts;

namespace Tewatashi.Staff.Pages.Counters;

/// <summary>Days on which a counter or the whole municipality is closed, the nation's apart from the own ones.</summary>
[Needs(Permission.ManageSettings)]
public sealed class ClosuresModel(ReadCounters readCounters, SaveClosure saveClosure, RemoveClosure removeClosure, TimeProvider clock) : EffectPage
{
    public sealed record Row(Closure Closure, string Where);

    private const string Everywhere = "すべての窓口";

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty(SupportsGet = true, Name = "lost")]
    public int? LostVisits { get; set; }

    [BindProperty]
    public DateParts Day { get; set; } = new();

    [BindProperty]
    public string? CounterId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<Choice> Counters { get; private set; } = [];

    /// <summary>The own days and the nation's, each with its caption; none where there is none.</summary>
    public IReadOnlyList<(string Caption, IReadOnlyList<Row> Rows)> Groups { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAddAsync()
    {
        if (!Day.TryDate(out var day)) ModelState.AddModelError(nameof(Day), "閉まる日を年、月、日で入力してください。");
        if (ModelState.IsValid)
        {
            var counterId = Guid.TryParse(CounterId, out var id) ? id : (Guid?)null;
            var outcome = await saveClosure.RunAsync(new(counterId, day, Reason ?? "", IsApplied(counterId, day)), Caller, Cancelled);
            if (outcome is SaveClosure.Saved saved) return Redirect($"/closures?done=saved&lost={saved.Lost}");
            if (outcome is SaveClosure.Loses loses) Show(loses.Effect, counterId, day);
            else Tell(outcome);
        }

        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid closureId)
    {
        await removeClosure.RunAsync(new(closureId), Caller, Cancelled);
        return Redirect("/closures?done=removed");
    }

    private void Tell(SaveClosure.Outcome outcome)
    {
        var (field, message) = outcome switch
        {
            SaveClosure.AlreadyClosed => (nameof(Day), "この日はもう休庁日です。"),
            SaveClosure.Wrong { Field: nameof(SaveClosure.Request.Day) } => (nameof(Day), "今日以降の日を入力してください。"),
            SaveClosure.Wrong { Field: nameof(SaveClosure.Request.CounterId) } => (nameof(CounterId), "窓口を選んでください。"),
            _ => (nameof(Reason), $"理由を{SaveClosure.ReasonLength}文字以内で入力してください。"),
        };
        ModelState.AddModelError(field, message);
    }

    private async Task LoadAsync()
    {
        var shown = await readCounters.RunAsync(Municipality, Cancelled);
        var names = shown.Counters.ToDictionary(counter => counter.Id, counter => counter.Name);
        Counters = [new Choice("", Everywhere), .. shown.Counters.Select(counter => new Choice(counter.Id.ToString(), counter.Name))];
        var today = JapanTime.Today(clock);
        Groups =
        [
            .. shown.Closures.Where(closure => closure.Day >= today).GroupBy(closure => closure.Kind).OrderBy(group => group.Key)
                .Select(group => (group.Key == ClosureKind.National ? "全国システムの保守日" : "これからの休庁日",
                    (IReadOnlyList<Row>)[.. group.Select(closure => new Row(closure, closure.CounterId is { } id ? names.GetValueOrDefault(id, "") : Everywhere))])),
        ];
    }
}
