using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;

namespace Tewatashi.Reservations.Waiting;

/// <summary>Reads waits for pages.</summary>
internal static class WaitViews
{
    private sealed record Mail(Guid Id, string Masked, bool Verified, DateTimeOffset CreatedAt);

    public static async Task<List<WaitView>> OfAsync(TewatashiContext context, IQueryable<WaitingEntry> entries, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await entries.Join(context.Cards, entry => entry.CardId, card => card.Id, (entry, card) => new { Entry = entry, card.SerialNumber }).ToListAsync(cancellationToken);
        if (rows.Count == 0) return [];
        rows.Sort((one, other) => (one.Entry.CreatedAt, one.Entry.Id).CompareTo((other.Entry.CreatedAt, other.Entry.Id)));
        var ids = rows.ConvertAll(row => row.Entry.Id);
        var persons = (await context.WaitingPersons.AsNoTracking().Where(row => ids.Contains(row.WaitingId)).Select(row => row.WaitingId).ToListAsync(cancellationToken)).CountBy(id => id).ToDictionary();
        var counters = (await context.WaitingCounters.AsNoTracking().Where(row => ids.Contains(row.WaitingId))
            .Join(context.Counters, row => row.CounterId, counter => counter.Id, (row, counter) => new { row.WaitingId, Counter = counter }).ToListAsync(cancellationToken))
            .ToLookup(row => row.WaitingId, row => row.Counter);
        var offers = (await context.SeatOffers.AsNoTracking().Where(row => ids.Contains(row.WaitingId) && row.EndedAt == null && row.ExpiresAt > now)
            .Join(context.Visits, offer => offer.VisitId, visit => visit.Id, (offer, visit) => new { Offer = offer, Visit = visit })
            .Join(context.Counters, row => row.Visit.CounterId, counter => counter.Id, (row, counter) => new OfferView(row.Offer, row.Visit, counter)).ToListAsync(cancellationToken))
            .ToDictionary(view => view.Offer.WaitingId);
        var mails = await MailsAsync(context, rows.ToDictionary(row => row.Entry.CardId, row => row.Entry.Id), cancellationToken);
        return rows.ConvertAll(row =>
        {
            var mail = mails[row.Entry.Id].OrderByDescending(one => one.Verified).ThenByDescending(one => one.CreatedAt).ThenByDescending(one => one.Id).FirstOrDefault();
            return new WaitView(
                row.Entry, row.SerialNumber, persons.GetValueOrDefault(row.Entry.Id), [.. counters[row.Entry.Id].OrderBy(counter => counter.Code.Value, StringComparer.Ordinal)],
                mail is { Verified: true } ? mail.Masked : null, mail is { Verified: false }, offers.GetValueOrDefault(row.Entry.Id));
        });
    }

    /// <summary>The addresses given for waiting, and those of the bookings that would be given up, by wait.</summary>
    private static async Task<ILookup<Guid, Mail>> MailsAsync(TewatashiContext context, Dictionary<Guid, Guid> waitOfCard, CancellationToken cancellationToken)
    {
        var cards = waitOfCard.Keys.ToList();
        var waits = waitOfCard.Values.ToList();
        var given = await context.Contacts.AsNoTracking().Where(row => row.WaitingId != null && waits.Contains(row.WaitingId.Value))
            .Select(row => new { row.WaitingId, Mail = new Mail(row.Id, row.Masked, row.VerifiedAt != null, row.CreatedAt) }).ToListAsync(cancellationToken);
        var booked = await context.Reservations.AsNoTracking().Where(row => row.CardId != null && cards.Contains(row.CardId.Value) && row.State == ReservationState.Booked)
            .Join(context.Contacts, reservation => (Guid?)reservation.VisitId, contact => contact.VisitId, (reservation, contact) =>
                new { CardId = reservation.CardId!.Value, Mail = new Mail(contact.Id, contact.Masked, contact.VerifiedAt != null, contact.CreatedAt) }).ToListAsync(cancellationToken);
        return given.Select(row => (Wait: row.WaitingId!.Value, row.Mail)).Concat(booked.Select(row => (Wait: waitOfCard[row.CardId], row.Mail))).ToLookup(row => row.Wait, row => row.Mail); // not null, see above
    }
}
