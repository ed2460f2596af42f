using Tewatashi.Data;

namespace Tewatashi.Reservations.Families;

/// <summary>A booked visit that whoever asks may change now, with everyone who still belongs to it.</summary>
/// <param name="Rows">Every reservation it ever had, those taken out too.</param>
internal sealed record BookedVisit(Visit Visit, IReadOnlyList<Reservation> Rows, BookingRules Rules, Channel Channel)
{
    /// <summary>Those who come, in their order.</summary>
    public IReadOnlyList<Reservation> Coming { get; } = [.. Rows.Where(row => row.State == VisitEnding.StateOf(Visit)).OrderBy(row => row.Ordinal)];

    /// <summary>要日時変更: the office closed its place, and its old seat was given back then.</summary>
    public bool Lost => Visit.LostAt is not null;

    /// <summary>The cards they come for.</summary>
    public IEnumerable<Guid> Cards => Coming.Select(row => row.CardId).OfType<Guid>();

    /// <summary>The visit; or until when, not included, it could be changed on the internet; or neither where it is not theirs, was checked in or has ended.</summary>
    /// <param name="lostToo">One that lost its place will do as well; the cut-off does not bind it.</param>
    public static async Task<(BookedVisit? Booked, DateTimeOffset? Until)> FindAsync(
        Work work, Guid visitId, CancellationToken cancellationToken, bool lostToo = false)
    {
        var visit = await work.Context.OwnVisitAsync(visitId, work.Caller, cancellationToken);
        if (visit is null) return (null, null);
        var lost = visit.LostAt is not null;
        if (lost ? !lostToo : visit.Seat != SeatState.Taken) return (null, null);
        var rows = await work.Context.ReservationsOfAsync(visit.Id, cancellationToken);
        if (!rows.TrueForAll(row => row.State == VisitEnding.StateOf(visit) || row.State == ReservationState.Cancelled)) return (null, null);
        if (rows.TrueForAll(row => row.State == ReservationState.Cancelled)) return (null, null);
        var rules = await BookingRules.LoadAsync(work.Context, work.Now, cancellationToken);
        var channel = OwnVisits.ChannelOf(work.Caller);
        return channel == Channel.Web && !lost && rules.ChangeableUntil(visit.Day) is var until && work.Now >= until
            ? (null, until)
            : (new BookedVisit(visit, rows, rules, channel), null);
    }
}
