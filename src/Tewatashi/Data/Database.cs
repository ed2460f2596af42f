using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Municipalities;

namespace Tewatashi.Data;

/// <summary>
/// Runs use cases against the database in the role of this program: each in one transaction whose first statement sets the
/// municipality, with its record in the operation log, tried again whole when it lost a passing race.
/// </summary>
public sealed class Database(IDatabaseProvider provider, DatabaseRole role, TimeProvider clock)
{
    private const int Tries = 8;

    private static readonly Func<TewatashiContext, string, Guid, IAsyncEnumerable<AuditEntry>> First = KeptQuery.Of((TewatashiContext context, string actorId, Guid operationId) =>
        context.Audit.AsNoTracking().Where(entry => entry.ActorId == actorId && entry.OperationId == operationId));

    public IDatabaseProvider Provider => provider;
    public DatabaseRole Role => role;
    public TimeProvider Clock => clock;

    /// <summary>
    /// Runs a use case that writes or shows a person's record. The body must call <see cref="Work.Record"/>, or
    /// <see cref="Work.Abandon"/> to leave everything as it was; it may run more than once.
    /// </summary>
    /// <param name="repeat">What a form sent a second time gets: the first outcome, made again from its record. Null where a second run does no harm.</param>
    public async Task<TOutcome> WriteAsync<TOutcome>(
        Caller caller,
        OperationKind operation,
        Func<Work, Task<TOutcome>> body,
        Func<Work, AuditEntry, Task<TOutcome>>? repeat = null,
        CancellationToken cancellationToken = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await RunAsync(caller, operation, body, repeat, again: attempt > 1, cancellationToken);
            }
            catch (Exception exception) when (attempt < Tries && (exception is PassingException or DbUpdateConcurrencyException || provider.IsPassing(exception) || LostToItself(exception, repeat is not null) || PutThereTwice(exception)
                || (attempt == 1 && MayHaveComeBefore(exception, caller, repeat is not null))))
            {
                // Real time, not the office clock: this is the race itself, and a test may have stopped that clock.
                await Task.Delay(Random.Shared.Next(2, 10) * attempt, cancellationToken);
            }
        }
    }

    /// <summary>Reads what needs no record: seats, texts, settings. Never a person's record. Without a municipality, only what lies outside the walls.</summary>
    public Task<TResult> ReadAsync<TResult>(
        MunicipalityCode? municipality, Func<TewatashiContext, Task<TResult>> body, CancellationToken cancellationToken = default) =>
        PlainAsync(municipality, writes: false, body, cancellationToken);

    /// <summary>Writes what is no act of a person and stands in no log: when a session was last seen, a worker's claim, a lapsed search.</summary>
    public Task<TResult> UnrecordedAsync<TResult>(
        MunicipalityCode municipality, Func<TewatashiContext, Task<TResult>> body, CancellationToken cancellationToken = default) =>
        PlainAsync(municipality, writes: true, body, cancellationToken);

    /// <summary>Works on the directory outside every municipality: sign-in ids, the list of municipalities, the worker's queue.</summary>
    public Task<TResult> DirectoryAsync<TResult>(Func<TewatashiContext, Task<TResult>> body, CancellationToken cancellationToken = default) =>
        PlainAsync(null, writes: true, body, cancellationToken);

    private async Task<TResult> PlainAsync<TResult>(
        MunicipalityCode? municipality, bool writes, Func<TewatashiContext, Task<TResult>> body, CancellationToken cancellationToken)
    {
        await using var context = provider.NewContext(role, municipality);
        await using var transaction = await provider.BeginAsync(context, municipality, writes, cancellationToken);
        var result = await body(context);
        // Where nothing is written the provider may do without one.
        if (context.Database.CurrentTransaction is not null) await context.Database.CommitTransactionAsync(cancellationToken);
        return result;
    }

    private async Task<TOutcome> RunAsync<TOutcome>(
        Caller caller,
        OperationKind operation,
        Func<Work, Task<TOutcome>> body,
        Func<Work, AuditEntry, Task<TOutcome>>? repeat,
        bool again,
        CancellationToken cancellationToken)
    {
        await using var context = provider.NewContext(role, caller.Municipality);
        TOutcome outcome;
        IReadOnlyList<AuditEntry> apart;
        await using (await provider.BeginAsync(context, caller.Municipality, writes: true, cancellationToken))
        {
            var work = new Work(context, provider, caller, operation, clock.GetUtcNow(), again);
            try
            {
                // Hardly a form comes twice: only one that met something is looked for, and what it met was undone.
                if (repeat is not null && again && await FirstAsync(context, caller, cancellationToken) is { } first)
                    return await repeat(work, first);

                outcome = await body(work);
                // The same form may have come through before, and be what stands in the way now.
                if (repeat is not null && work.IsAbandoned && await FirstAsync(context, caller, cancellationToken) is not null) throw new PassingException();
                apart = await work.EndAsync(cancellationToken);
            }
            catch (Exception exception) when (provider.ViolatedIndex(exception, context) is { } index)
            {
                throw new AlreadyThereException(index, exception);
            }
        }

        if (apart.Count > 0) await RecordApartAsync(caller.Municipality, apart, cancellationToken);
        return outcome;
    }

    private static async Task<AuditEntry?> FirstAsync(TewatashiContext context, Caller caller, CancellationToken cancellationToken) =>
        caller.OperationId is { } id ? await First(context, caller.Actor.Id, id).FirstOrDefaultAsync(cancellationToken) : null;

    private async Task RecordApartAsync(MunicipalityCode municipality, IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        await using var context = provider.NewContext(role, municipality);
        await using var transaction = await provider.BeginAsync(context, municipality, writes: true, cancellationToken);
        context.Audit.AddRange(entries);
        await context.SaveChangesAsync(cancellationToken);
        await context.Database.CommitTransactionAsync(cancellationToken);
    }

    /// <summary>Two works put the same call on the list, the same item into the queue or the same card on its way at the same moment: the loser runs again and finds it there.</summary>
    private static bool PutThereTwice(Exception exception) => exception is AlreadyThereException { Index: Reservations.Calls.Call.OneLive or WorkItem.Key or Transfers.TransferOrder.OneLive };

    /// <summary>Something went wrong with a form that may have come through before, and changed what its second run stumbled over.</summary>
    private static bool MayHaveComeBefore(Exception exception, Caller caller, bool repeatable) =>
        repeatable && caller.OperationId is not null && exception is not OperationCanceledException;

    /// <summary>The same form arrived twice: the second runs again and finds the first one's record.</summary>
    private static bool LostToItself(Exception exception, bool repeatable) =>
        repeatable && exception is AlreadyThereException { Index: "ux_audit_entry_operation" };
}
