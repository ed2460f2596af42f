using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Mail;

namespace Tewatashi.Reservations.Letters;

/// <summary>届かなかったメール: what nobody may have got, the oldest first, until someone sends it again or tells the resident otherwise.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ListDeadMails(Database database)
{
    public const int Most = 200;

    /// <param name="Total">Where there are more than are shown.</param>
    public sealed record Shown(IReadOnlyList<DeadMail> Mails, int Total);

    public Task<Shown> RunAsync(Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.ViewMails, async work =>
        {
            var context = work.Context;
            var dead = context.Outbox.AsNoTracking().Where(row => row.State == OutboxState.Dead);
            var rows = await dead.OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).Take(Most).Select(row => new
            {
                Mail = row,
                Contact = context.Contacts.Where(contact => contact.Id == row.ContactId).Select(contact => new { contact.Masked, contact.WaitingId }).FirstOrDefault(),
                Visit = context.Visits.Where(visit => visit.Id == row.VisitId).Select(visit => new { visit.Day, visit.StartsAt }).FirstOrDefault(),
                Booker = context.Reservations.Where(reservation => reservation.VisitId == row.VisitId && reservation.Ordinal == 1).Select(reservation => (Guid?)reservation.CardId).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
            var waits = rows.Where(row => row.Booker is null).Select(row => row.Contact?.WaitingId).OfType<Guid>().ToList();
            var waiting = await context.WaitingEntries.AsNoTracking().Where(row => waits.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.CardId, cancellationToken);
            var mails = rows.ConvertAll(row => (row.Mail, row.Contact?.Masked, CardId: row.Booker ?? (row.Contact?.WaitingId is { } id && waiting.TryGetValue(id, out var card) ? card : (Guid?)null), row.Visit));
            var ids = mails.Select(row => row.CardId).OfType<Guid>().Distinct().ToList();
            var numbers = await context.Cards.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.SerialNumber, cancellationToken);
            work.Record("Shown", others: ids);
            return new Shown(
                mails.ConvertAll(row => new DeadMail(
                    row.Mail.Id, row.Mail.Kind, row.Masked, row.CardId, row.CardId is { } cardId ? numbers.GetValueOrDefault(cardId) : null, row.Visit?.Day, row.Visit?.StartsAt,
                    row.Mail.LastError, row.Mail.Attempts, row.Mail.CreatedAt)),
                await dead.CountAsync(cancellationToken));
        }, cancellationToken: cancellationToken);
}
