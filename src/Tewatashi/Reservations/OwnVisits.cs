using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Reservations;

/// <summary>Whose visits someone may touch: staff every one, a resident those of the card signed in with, or of the address whose link was followed.</summary>
internal static class OwnVisits
{
    private static readonly Func<TewatashiContext, Guid, Guid, IAsyncEnumerable<Visit>> Own = KeptQuery.Of((TewatashiContext context, Guid visitId, Guid cardId) =>
        context.Visits.AsNoTracking().Where(row => row.Id == visitId
            && (context.Reservations.Any(reservation => reservation.VisitId == row.Id && reservation.CardId == cardId)
                || (row.OwnerToken != null && context.Contacts.Any(contact => contact.Id == cardId && contact.VerifiedAt != null && contact.AddressToken == row.OwnerToken)))));

    private static readonly Func<TewatashiContext, Guid, Guid, IAsyncEnumerable<OwnHold>> OwnWhole = KeptQuery.Of((TewatashiContext context, Guid visitId, Guid cardId) =>
        context.Visits.AsNoTracking().Where(row => row.Id == visitId
            && (context.Reservations.Any(reservation => reservation.VisitId == row.Id && reservation.CardId == cardId)
                || (row.OwnerToken != null && context.Contacts.Any(contact => contact.Id == cardId && contact.VerifiedAt != null && contact.AddressToken == row.OwnerToken))))
            .Select(row => new OwnHold(
                row,
                context.Reservations.AsNoTracking().Where(reservation => reservation.VisitId == row.Id).OrderBy(reservation => reservation.Ordinal).ToList(),
                context.Contacts.Where(contact => contact.VisitId == row.Id).OrderByDescending(contact => contact.CreatedAt).ThenByDescending(contact => contact.Id).Select(contact => (Guid?)contact.Id).FirstOrDefault())));

    private static readonly Func<TewatashiContext, Guid, IAsyncEnumerable<Reservation>> Persons = KeptQuery.Of((TewatashiContext context, Guid visitId) =>
        context.Reservations.AsNoTracking().Where(row => row.VisitId == visitId).OrderBy(row => row.Ordinal));

    /// <summary>Null for a visit of someone else as for none.</summary>
    public static async Task<Visit?> OwnVisitAsync(this TewatashiContext context, Guid visitId, Caller caller, CancellationToken cancellationToken)
    {
        if (caller.Actor.Kind != ActorKind.Resident) return await context.Visits.AsNoTracking().FirstOrDefaultAsync(row => row.Id == visitId, cancellationToken);
        return Guid.TryParse(caller.Actor.Id, out var cardId) ? await Own(context, visitId, cardId).FirstOrDefaultAsync(cancellationToken) : null;
    }

    /// <summary>The same with everyone in it, for a resident on the way to a booking; null for somebody else's as for none.</summary>
    public static async Task<OwnHold?> OwnHoldAsync(this TewatashiContext context, Guid visitId, Caller caller, CancellationToken cancellationToken) =>
        Guid.TryParse(caller.Actor.Id, out var cardId) ? await OwnWhole(context, visitId, cardId).FirstOrDefaultAsync(cancellationToken) : null;

    public static async Task<List<Reservation>> ReservationsOfAsync(this TewatashiContext context, Guid visitId, CancellationToken cancellationToken) =>
        await Persons(context, visitId).ToListAsync(cancellationToken);

    /// <summary>The channel on which the caller books.</summary>
    public static Channel ChannelOf(Caller caller) => caller.Actor.Kind == ActorKind.Resident ? Channel.Web : Channel.Phone;
}
