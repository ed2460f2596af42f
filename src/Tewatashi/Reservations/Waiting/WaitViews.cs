using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;

namespace Tewatashi.Reservations.Waiting;

/// <summary>Reads waits for pages.</summary>
internal static class WaitViews
{
    public static async Task<List<WaitView>> OfAsync(TewatashiContext context, IQueryable<WaitingEntry> entries, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await entries.OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).Join(context.Cards, entry => entry.CardId, card => card.Id, (entry, card) => new
        {
            Entry = entry,
            card.SerialNumber,
            Persons = context.WaitingPersons.Count(person => person.WaitingId == entry.Id),
            Mail = context.Contacts
                .Where(contact => contact.WaitingId == entry.Id
                    || context.Reservations.Any(row => row.VisitId == contact.VisitId && row.CardId == entry.CardId && row.State == ReservationState.Booked))
                .OrderByDescending(contact => contact.VerifiedAt != null).ThenByDescending(contact => contact.CreatedAt).ThenByDescending(contact => contact.Id)
                .Select(contact => new { contact.Masked, contact.VerifiedAt }).FirstOrDefault(),
        }).ToListAsync(cancellationToken);
        rows.Sort((one, other) => (one.Entry.CreatedAt, one.Entry.Id).CompareTo((other.Entry.CreatedAt, other.Entry.Id)));
        var ids = rows.ConvertAll(row => row.Entry.Id);
        var counters = (await context.WaitingCounters.AsNoTracking().Where(row => ids.Contains(row.WaitingId))
            .Join(context.Counters, row => row.CounterId, counter => counter.Id, (row, counter) => new { row.WaitingId, Counter = counter }).ToListAsync(cancellationToken))
            .ToLookup(row => row.WaitingId, row => row.Counter);
        var offers = (await context.SeatOffers.AsNoTracking().Where(row => ids.Contains(row.WaitingId) && row.EndedAt == null && row.ExpiresAt > now)
            .Join(context.Visits, offer => offer.VisitId, visit => visit.Id, (offer, visit) => new { Offer = offer, Visit = visit })
            .Join(context.Counters, row => row.Visit.CounterId, counter => counter.Id, (row, counter) => new OfferView(row.Offer, row.Visit, counter)).ToListAsync(cancellationToken))
            .ToDictionary(view => view.Offer.WaitingId);
        return rows.ConvertAll(row => new WaitView(
            row.Entry, row.SerialNumber, row.Persons, [.. counters[row.Entry.Id].OrderBy(counter => counter.Code.Value, StringComparer.Ordinal)],
            row.Mail?.VerifiedAt is null ? null : row.Mail.Masked, row.Mail is { VerifiedAt: null }, offers.GetValueOrDefault(row.Entry.Id)));
    }
}
