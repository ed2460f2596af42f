using Tewatashi.Data;

namespace Tewatashi.Reservations.Families;

/// <summary>A booked visit that whoever asks may change now, with everyone who still belongs to it.</summary>
/// <param name="Rows">Every reservation it ever had, those taken out too.</param>
internal sealed record BookedVisit(Visit Visit, IReadOnlyList<Reservation> Rows, BookingRules Rules, Channel Channel)
{
    /// <summary>Those who come, in their order.</summary>
    public IReadOnlyList<Reservation> Coming { get; } = [.. Rows.Where(row => row.State == ReservationState.Booked).OrderBy(row => row.Ordinal)];

    /// <summary>The visit; or until when, not included, it could be changed on the internet; or neither where it is not theirs, was checked in or has ended.</summary>
    public static async Task<(BookedVisit? Booked, DateTimeOffset? Until)> FindAsync(Work work, Guid visitId, CancellationToken cancellationToken)
    {
        var visit = await work.Context.OwnVisitAsync(visitId, work.Caller, cancellationToken);
        if (visit is not { Seat: SeatState.Taken }) return (null, null);
        var rows = await work.Context.ReservationsOfAsync(visit.Id, cancellationToken);
        if (!rows.TrueForAll(row => row.State is ReservationState.Booked or ReservationState.Cancelled)) return (null, null);
        var rules = await BookingRules.LoadAsync(work.Context, work.Now, cancellationToken);
        var channel = OwnVisits.ChannelOf(work.Caller);
        return channel == Channel.Web && rules.ChangeableUntil(visit.Day) is var until && work.Now >= until
            ? (null, until)
            : (new BookedVisit(visit, rows, rules, channel), null);
    }
}
