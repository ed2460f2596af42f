using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Families;
using Tewatashi.Resident.Resources;
using Tewatashi.Resident.Views;
using Tewatashi.Text;
using Tewatashi.Time;
using Tewatashi.Web.Forms;

namespace Tewatashi.Resident.Pages.Reserve;

/// <summary>Step 3: the time. For a new booking it is held at once; for a change the old one stays until the change is confirmed.</summary>
public sealed class TimesModel(ViewBooking bookings, ViewSession session, ViewJoined joined, FindSeats seats, HoldSeat hold) : SeatPage(bookings, session, joined, seats)
{
    private const string TimeForm = "HH\\:mm";

    [BindProperty(SupportsGet = true)]
    public Guid Counter { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Day { get; set; }

    [BindProperty]
    public string? StartsAt { get; set; }

    public DateOnly Date { get; private set; }
    public SeatMap Map { get; private set; } = null!; // set before the page is shown
    public IReadOnlyList<Choice> Times { get; private set; } = [];

    /// <summary>The held time ran out and someone else took it.</summary>
    public bool Gone => Request.Query.ContainsKey("gone");

    public string OwnUrl => ToWay($"times/{Counter}/{Day}");
    public string DaysUrl => ToWay($"days/{Counter}") + new DaysView.Wish(Date, AsList: false).Query;

    public async Task<IActionResult> OnGetAsync() => await BeginAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var given = TimeOnly.TryParseExact(StartsAt, TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
        HoldSeat.Outcome? held = null;
        if (given && !Changes && TryReadDay(out var day))
        {
            // Holding asks everything itself; what this page would show is looked at only where something stands in the way.
            held = await hold.RunAsync(new HoldSeat.Request(Resident.SecretHash, Counter, day, time), Caller, Cancelled);
            if (held is HoldSeat.Held) return Redirect(To("reserve/mail"));
        }

        if (await BeginAsync() is { } elsewhere) return elsewhere;
        if (!given)
        {
            ModelState.AddModelError(nameof(StartsAt), ResidentTexts.TimesMissing);
            return Page();
        }

        if (Changes) return Redirect(ToWay($"check?counter={Counter}&day={Day}&time={time.ToString(TimeForm, CultureInfo.InvariantCulture)}"));
        switch (held)
        {
            case HoldSeat.Unanswered:
                return Redirect(To("reserve/persons"));
            case HoldSeat.Refused { Why: SeatRefusal.Full }:
                // The list now is without it.
                ModelState.AddModelError(nameof(StartsAt), ResidentTexts.TimesTaken);
                return Page();
            case HoldSeat.Refused { Why: SeatRefusal.NoCounter or SeatRefusal.OutsidePeriod }:
                return Redirect(ToWay("place"));
            case HoldSeat.Refused { Why: SeatRefusal.WrongCount }:
                return Redirect(To("reserve/persons"));
            case HoldSeat.Refused { Why: SeatRefusal.NotBookable why }:
                return Redirect(NotReady(why));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private bool TryReadDay(out DateOnly day) => DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private async Task<IActionResult?> BeginAsync()
    {
        if (await EnterSeatsAsync() is { } elsewhere) return elsewhere;
        if (!TryReadDay(out var date)) return Redirect(ToWay("place"));
        Date = date;
        if (await MapsAsync(Counter, date) is not [{ Days: [var shown] } map]) return Redirect(ToWay("place"));
        Map = map;
        Times = [.. shown.Times.Select(time => new Choice(time.StartsAt.ToString(TimeForm, CultureInfo.InvariantCulture), ResidentTexts.TimesFrom.Fill(OfficeWords.Time(time.StartsAt))))];
        return Times.Count == 0 ? Redirect(DaysUrl + "&full=true") : null;
    }
}
