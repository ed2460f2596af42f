using Tewatashi.Reservations;

namespace Tewatashi.HandOver;

/// <summary>The day at a counter, or at all of them.</summary>
/// <param name="CounterId">Null: every counter.</param>
/// <param name="Lines">Who comes, by time.</param>
/// <param name="NextDay">The next day on which somebody is booked; null where there is none.</param>
/// <param name="NextToPick">Cards of that day that still lie on the shelf.</param>
/// <param name="NextProblems">Cards of that day that can not be picked.</param>
/// <param name="ToReshelve">Cards in a tray that nobody comes for.</param>
/// <param name="Leftover">Checked in on a past day and neither handed over nor refused.</param>
/// <param name="Missed">Booked for a past day and not yet marked 未来庁.</param>
/// <param name="SheetMissing">Somebody is booked at this counter today, and its 当日控え was not printed yet.</param>
public sealed record DayView(
    DateOnly Day, IReadOnlyList<DayCounter> Counters, Guid? CounterId, IReadOnlyList<DayLine> Lines, DateOnly? NextDay, int NextToPick, int NextProblems,
    int ToReshelve, IReadOnlyList<DayLine> Leftover, int Missed, bool SheetMissing)
{
    public int Expected => Lines.Count(line => line.State == ReservationState.Booked);
    public int Waiting => Lines.Count(line => line.State == ReservationState.CheckedIn);
    public int HandedOver => Lines.Count(line => line.State == ReservationState.Completed);
    public int NotHandedOver => Lines.Count(line => line.State == ReservationState.NotHandedOver);
    public int Late => Lines.Count(line => line.LateMinutes is not null);
    public int ToPick => Lines.Count(line => IsOpen(line) && line.Pick == PickState.ToPick);
    public int Problems => Lines.Count(line => IsOpen(line) && line.Pick.IsProblem());

    private static bool IsOpen(DayLine line) => line.State is ReservationState.Booked or ReservationState.CheckedIn;
}
