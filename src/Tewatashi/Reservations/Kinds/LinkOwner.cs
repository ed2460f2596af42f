using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Reservations.Kinds;

/// <summary>Who books without a notice: an address whose mailed link was followed. It has at most one booking to come.</summary>
internal static class LinkOwner
{
    private static readonly Func<TewatashiContext, Guid, IAsyncEnumerable<byte[]?>> TokenOf = KeptQuery.Of((TewatashiContext context, Guid id) =>
        context.Contacts.Where(row => row.Id == id && row.VerifiedAt != null).Select(row => row.AddressToken));

    /// <summary>Null where a notice stands for the caller.</summary>
    public static async Task<byte[]?> OfAsync(Work work, CancellationToken cancellationToken)
    {
        if (work.Caller.Actor.Kind != ActorKind.Resident || !Guid.TryParse(work.Caller.Actor.Id, out var id)) return null;
        var token = await TokenOf(work.Context, id).FirstOrDefaultAsync(cancellationToken);
        if (token is null) return null;
        // Two windows of one address wait for each other here, so that the second sees what the first booked.
        await work.Context.Contacts.Where(row => row.AddressToken == token).ExecuteUpdateAsync(set => set.SetProperty(row => row.VerifiedAt, row => row.VerifiedAt), cancellationToken);
        return token;
    }

    public static Task<bool> HasBookingAsync(Work work, byte[] token, CancellationToken cancellationToken) =>
        work.Context.Visits.AnyAsync(row => row.OwnerToken == token && row.Seat == SeatState.Taken && work.Context.Reservations.Any(reservation => reservation.VisitId == row.Id
            && (reservation.State == ReservationState.Booked || reservation.State == ReservationState.CheckedIn || reservation.State == ReservationState.NeedsRebooking)), cancellationToken);
}
