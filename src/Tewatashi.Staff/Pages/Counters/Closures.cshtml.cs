using Microsoft.AspNetCore.Mvc;
using Tewatashi.Counters;
using Tewatashi.Reservations;
using Tewatashi.Staff.SignIn;
using Tewatashi.Time;
using Tewatashi.Web.Forms;
using DateParts = Tewatashi.Web.Forms.DateParts;

namespace Tewatashi.Staff.Pages.Counters;

/// <summary>Days on which a counter or the whole municipality is closed.</summary>
[Needs(Permission.ManageSettings)]
public sealed class ClosuresModel(ReadCounters readCounters, SaveClosure saveClosure, RemoveClosure removeClosure, TimeProvider clock) : StaffPage
{
    public sealed record Row(Closure Closure, string Where);

    private const string Everywhere = "すべての窓口";

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty]
    public DateParts Day { get; set; } = new();

    [BindProperty]
    public string? CounterId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<Choice> Counters { get; private set; } = [];

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAddAsync()
    {
        if (!Day.TryDate(out var day)) ModelState.AddModelError(nameof(Day), "閉まる日を年、月、日で入力してください。");
        if (ModelState.IsValid)
        {
            var counterId = Guid.TryParse(CounterId, out var id) ? id : (Guid?)null;
            var outcome = await saveClosure.RunAsync(new(counterId, day, Reason ?? ""), Caller, Cancelled);
            if (outcome is SaveClosure.Saved) return Redirect("/closures?done=saved");
            var (field, message) = outcome switch
            {
                SaveClosure.Booked booked => (nameof(Day), $"この日には予約(手続き中を含む)が{booked.Visits}件あります。電話受付で変更するか取り消してから、もう一度追加してください。"),
                SaveClosure.AlreadyClosed => (nameof(Day), "この日はもう休庁日です。"),
                SaveClosure.Wrong { Field: nameof(SaveClosure.Request.Day) } => (nameof(Day), "今日以降の日を入力してください。"),
                SaveClosure.Wrong { Field: nameof(SaveClosure.Request.CounterId) } => (nameof(CounterId), "窓口を選んでください。"),
                _ => (nameof(Reason), $"理由を{SaveClosure.ReasonLength}文字以内で入力してください。"),
            };
            ModelState.AddModelError(field, message);
        }

        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid closureId)
    {
        await removeClosure.RunAsync(new(closureId), Caller, Cancelled);
        return Redirect("/closures?done=removed");
    }

    private async Task LoadAsync()
    {
        var shown = await readCounters.RunAsync(Municipality, Cancelled);
        var names = shown.Counters.ToDictionary(counter => counter.Id, counter => counter.Name);
        Counters = [new Choice("", Everywhere), .. shown.Counters.Select(counter => new Choice(counter.Id.ToString(), counter.Name))];
        var today = JapanTime.Today(clock);
        Rows = [.. shown.Closures.Where(closure => closure.Day >= today).Select(closure => new Row(closure, closure.CounterId is { } id ? names.GetValueOrDefault(id, "") : Everywhere))];
    }
}
