using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Reservations;

/// <summary>Whose visits someone may touch: staff every one, a resident those of the card signed in with, or of the address whose link was followed.</summary>
internal static class OwnVisits
{
    /// <summary>Null for a visit of someone else as for none.</summary>
    public static async Task<Visit?> OwnVisitAsync(this TewatashiContext context, Guid visitId, Caller caller, CancellationToken cancellationToken)
    {
        var visits = context.Visits.AsNoTracking().Where(row => row.Id == visitId);
        if (caller.Actor.Kind == ActorKind.Resident)
        {
            if (!Guid.TryParse(caller.Actor.Id, out var cardId)) return null;
            visits = visits.Where(row => context.Reservations.Any(reservation => reservation.VisitId == row.Id && reservation.CardId == cardId)
                || (row.OwnerToken != null && context.Contacts.Any(contact => contact.Id == cardId && contact.VerifiedAt != null && contact.AddressToken == row.OwnerToken)));
        }

        return await visits.FirstOrDefaultAsync(cancellationToken);
    }

    public static Task<List<Reservation>> ReservationsOfAsync(this TewatashiContext context, Guid visitId, CancellationToken cancellationToken) =>
        context.Reservations.AsNoTracking().Where(row => row.VisitId == visitId).OrderBy(row => row.Ordinal).ToListAsync(cancellationToken);

    /// <summary>The channel on which the caller books.</summary>
    public static Channel ChannelOf(Caller caller) => caller.Actor.Kind == ActorKind.Resident ? Channel.Web : Channel.Phone;
}
