using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Mail;

namespace Tewatashi.Reservations.Letters;

/// <summary>
/// Erases 電子メールアドレス with the mails that went there, the municipality's number of days after the last booking or wait they were given
/// for has ended (BCP-02). What was counted stands in the log.
/// </summary>
[UseCase(UsedBy.Worker)]
public sealed class EraseAddresses(Database database)
{
    // Short transactions: other writers wait for each.
    private const int AtOnce = 100;

    /// <returns>How many were erased; call again while it is not 0.</returns>
    public async Task<int> RunAsync(Caller caller, CancellationToken cancellationToken)
    {
        var now = database.Clock.GetUtcNow();
        var over = await database.ReadAsync(caller.Municipality, context => OverAsync(context, now, cancellationToken), cancellationToken);
        return over.Count == 0 ? 0 : await database.WriteAsync(caller, OperationKind.EraseAddresses, async work =>
        {
            var mails = await work.Context.Outbox.Where(row => over.Contains(row.ContactId)).Select(row => row.Id).ToListAsync(cancellationToken);
            await work.Context.WorkItems.Where(row => row.Municipality == work.Municipality && row.Kind == WorkKind.SendMail && mails.Contains(row.SubjectId)).ExecuteDeleteAsync(cancellationToken);
            await work.Context.Outbox.Where(row => mails.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken);
            await work.Context.ContactAddresses.Where(row => over.Contains(row.ContactId)).ExecuteDeleteAsync(cancellationToken);
            var erased = await work.Context.Contacts.Where(row => over.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken);
            if (erased == 0) work.Abandon();
            else work.Record("Erased", detail: FormattableString.Invariant($"{erased}"), others: over);
            return erased;
        }, cancellationToken: cancellationToken);
    }

    private static async Task<List<Guid>> OverAsync(TewatashiContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var days = await context.Settings.Select(row => row.AddressDays).SingleAsync(cancellationToken);
        var before = now.AddDays(-days);
        return await context.Contacts.AsNoTracking()
            .Where(contact => contact.CreatedAt < before)
            .Where(contact => contact.VisitId == null
                ? context.WaitingEntries.Any(row => row.Id == contact.WaitingId && row.EndedAt < before)
                    || (contact.AddressToken != null && !context.Visits.Any(visit => visit.OwnerToken == contact.AddressToken
                        && context.Reservations.Any(row => row.VisitId == visit.Id && (row.EndedAt == null || row.EndedAt >= before))))
                : !context.Reservations.Any(row => row.VisitId == contact.VisitId && (row.EndedAt == null || row.EndedAt >= before)))
            .OrderBy(contact => contact.Id).Select(contact => contact.Id).Take(AtOnce).ToListAsync(cancellationToken);
    }
}
