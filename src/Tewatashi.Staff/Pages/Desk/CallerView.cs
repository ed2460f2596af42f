using Tewatashi.Reservations;
using Tewatashi.Web.Forms;

namespace Tewatashi.Staff.Pages.Desk;

/// <summary>What the desk shows of a caller.</summary>
/// <param name="Purpose">利用目的, to be read out.</param>
/// <param name="WhyNot">Why the card cannot be booked; null where it can or has a visit.</param>
/// <param name="Errands">Kinds of booking that need no card and are taken by telephone.</param>
/// <param name="LiveUrl">Where the page hears what becomes of the times shown; null where none is.</param>
/// <param name="SeatsReasons">From which day each counter can be booked and why, to be read out as it stands.</param>
public sealed record CallerView(
    ViewCaller.Shown Caller,
    string Purpose,
    BookingRefusal? WhyNot,
    VisitView? Visit,
    bool CanBook,
    IReadOnlyList<Choice> Kinds,
    IReadOnlyList<Choice> Errands,
    IReadOnlyList<Choice> Seats,
    string? LiveUrl,
    IReadOnlyList<string> SeatsReasons);
