namespace Tewatashi.Reservations.Closures;

/// <summary>What a change of the calendar does to bookings: shown before it is applied.</summary>
/// <param name="Visits">Booked visits that lose their place, by day and time.</param>
/// <param name="Holds">仮押さえ that simply end: nobody has to be told.</param>
public sealed record SeatEffect(IReadOnlyList<LosingVisit> Visits, int Holds)
{
    public bool IsNone => Visits.Count == 0;

    public int ByMail => Visits.Count(visit => visit.ByMail);

    public int ByTelephone => Visits.Count - ByMail;
}
