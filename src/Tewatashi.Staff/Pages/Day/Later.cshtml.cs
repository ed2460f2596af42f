using Microsoft.AspNetCore.Mvc;
using Tewatashi.HandOver;
using Tewatashi.Reservations;
using Tewatashi.Staff.SignIn;
using Tewatashi.Text;
using Tewatashi.Time;

namespace Tewatashi.Staff.Pages.Day;

/// <summary>当日控えの入力: what was written on paper while our own system was down, line by line, with the real times.</summary>
[Needs(Permission.HandOver)]
public sealed class LaterModel(ListCounters list, SeeLater see, EnterArrival enter, TimeProvider clock) : CounterPage(list)
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? Date { get; set; }

    /// <summary>What was just done: a code of this page.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty]
    public Guid? Visit { get; set; }

    /// <summary>H:mm of the day.</summary>
    [BindProperty]
    public string? CameAt { get; set; }

    public IReadOnlyList<DayLine> Lines { get; private set; } = [];
    public string? Refusal { get; private set; }

    public DateOnly Day => Date ?? JapanTime.Today(clock);

    /// <summary>The first line of each visit that nobody has entered.</summary>
    public IEnumerable<DayLine> ToEnter => Lines.Where(line => line.State is ReservationState.Booked or ReservationState.NoShow).DistinctBy(line => line.VisitId);

    public IEnumerable<DayLine> Here => Lines.Where(line => line.State == ReservationState.CheckedIn);

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        ModelState.Clear();
        await ChooseAsync();
        if (Visit is not { } visit) return NotFound();
        if (Typed.Time(CameAt) is { } time)
        {
            switch (await enter.RunAsync(new(visit, JapanTime.InstantOf(Day, time)), Caller, Cancelled))
            {
                case EnterArrival.Entered: return Redirect($"/later?date={Day:yyyy-MM-dd}&done=entered");
                case EnterArrival.NotThen(var why): Refusal = why.Name(); break;
                case EnterArrival.NothingToEnter: Refusal = "この予約は、もう入力されたか、取り消されています。"; break;
                case EnterArrival.BookedAnew: Refusal = "このカードには、もう次の予約があります。次の予約を確かめ、取り消してから入力してください。"; break;
                case var outcome: throw new InvalidOperationException($"{outcome.GetType().Name} has no words.");
            }
        }
        else
        {
            Refusal = "当日控えに書いた来庁の時刻を、10:05 のように入力してください。";
        }

        await ShowAsync();
        return Page();
    }

    private async Task ShowAsync()
    {
        await ChooseAsync();
        if (At is { } at) Lines = await see.RunAsync(new(at.Id, Day), Caller, Cancelled);
    }
}
