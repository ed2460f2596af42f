using Microsoft.EntityFrameworkCore;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Reservations.Waiting;

namespace Tewatashi.Reservations;

/// <summary>Ends 仮押さえ. Their seats are given back by the caller in the same stroke in which another seat is taken.</summary>
internal static class Holds
{
    public const string Expired = nameof(Expired);
    public const string GivenUp = nameof(GivenUp);

    /// <summary>The office closed its place.</summary>
    public const string Closed = nameof(Closed);

    public const string Replaced = nameof(Replaced);

    /// <summary>An offer whose wait has ended, or whose seat is closed.</summary>
    public const string Withdrawn = nameof(Withdrawn);

    /// <summary>Holds of an office's day that have run out.</summary>
    public static async Task<List<Visit>> ExpiredAsync(Work work, Guid buildingId, DateOnly day, CancellationToken cancellationToken) =>
        await RunOut(work.Context, work.Now, buildingId, day).ToListAsync(cancellationToken);

    private static readonly Func<TewatashiContext, DateTimeOffset, Guid, DateOnly, IAsyncEnumerable<Visit>> RunOut = KeptQuery.Of(
        (TewatashiContext context, DateTimeOffset now, Guid buildingId, DateOnly day) =>
            context.Visits.AsNoTracking().Where(row => row.Seat == SeatState.Held && row.HoldExpiresAt <= now && row.BuildingId == buildingId && row.Day == day));

    /// <summary>Ends these, in key order; those that someone else ended or confirmed meanwhile are left out. What is to be given back.</summary>
    public static async Task<List<SeatSpan>> EndAsync(Work work, IEnumerable<Visit> holds, string reason, CancellationToken cancellationToken)
    {
        var spans = new List<SeatSpan>();
        foreach (var hold in holds.OrderBy(hold => hold.Id))
        {
            var ended = await work.Context.Visits
                .Where(row => row.Id == hold.Id && row.Seat == SeatState.Held && row.Version == hold.Version)
                .ExecuteUpdateAsync(set => set
                    .SetProperty(row => row.Seat, SeatState.Released)
                    .SetProperty(row => row.HoldExpiresAt, (DateTimeOffset?)null)
                    .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
            if (ended == 0) continue;
            await work.Context.Reservations
                .Where(row => row.VisitId == hold.Id && row.State == ReservationState.Held)
                .ExecuteUpdateAsync(set => set
                    .SetProperty(row => row.State, ReservationState.Lapsed)
                    .SetProperty(row => row.EndReason, reason)
                    .SetProperty(row => row.EndedAt, work.Now)
                    .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
            if (hold.OfferId is { } offerId) await EndOfferAsync(work, offerId, reason, cancellationToken);
            spans.Add(hold.Span);
        }

        return spans;
    }

    /// <summary>Whether somebody is booked for a card, or just about to be. A hold of it that ran out is ended here.</summary>
    public static async Task<LiveBooking?> StandingBookingAsync(Work work, Guid cardId, CancellationToken cancellationToken)
    {
        if (await LiveBooking.OfAsync(work.Context, cardId, cancellationToken) is not { } booking) return null;
        if (booking.Stands(work.Now)) return booking;
        var hold = await work.Context.Visits.AsNoTracking().SingleAsync(row => row.Id == booking.VisitId, cancellationToken);
        await work.MoveSeatsAsync(null, await EndAsync(work, [hold], Expired, cancellationToken), cancellationToken);
        return null;
    }

    private static async Task EndOfferAsync(Work work, Guid offerId, string reason, CancellationToken cancellationToken)
    {
        var end = reason switch
        {
            Expired => OfferEnd.Expired,
            GivenUp => OfferEnd.Declined,
            _ => OfferEnd.Withdrawn,
        };
        var ended = await work.Context.SeatOffers.Where(row => row.Id == offerId && row.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, work.Now).SetProperty(row => row.EndReason, end), cancellationToken);
        if (ended == 1) await work.SettleOfferCallAsync(offerId, cancellationToken);
    }
}
