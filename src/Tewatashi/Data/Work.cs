using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Municipalities;

namespace Tewatashi.Data;

/// <summary>One use case at work inside its transaction.</summary>
public sealed class Work
{
    private readonly OperationKind operation;
    private readonly List<AuditEntry> apart = [];
    private bool recorded;

    internal Work(TewatashiContext context, IDatabaseProvider provider, Caller caller, OperationKind operation, DateTimeOffset now, bool again)
    {
        IsAgain = again;
        this.operation = operation;
        Context = context;
        Provider = provider;
        Caller = caller;
        Now = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
    }

    public TewatashiContext Context { get; }
    public IDatabaseProvider Provider { get; }
    public Caller Caller { get; }
    public MunicipalityCode Municipality => Caller.Municipality;

    internal bool IsAbandoned { get; private set; }

    /// <summary>Runs once more: what it met the first time made it begin anew.</summary>
    internal bool IsAgain { get; }

    /// <summary>The moment of the whole use case, in whole milliseconds. Never the database's clock.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Writes the operation log's entry into this transaction. Codes and ids only, never a personal value.</summary>
    /// <param name="subjectId">The record it was done to.</param>
    /// <param name="others">Further records it touched or showed.</param>
    /// <returns>The id of the entry.</returns>
    public Guid Record(string outcome, Guid? subjectId = null, string? detail = null, IEnumerable<Guid>? others = null)
    {
        var entry = NewEntry(operation, outcome, subjectId, detail, recorded ? null : Caller.OperationId);
        Context.Audit.Add(entry);
        foreach (var other in others?.Where(id => id != subjectId).Distinct() ?? [])
            Context.AuditSubjects.Add(new AuditSubject { Municipality = Municipality, EntryId = entry.Id, SubjectId = other });
        recorded = true;
        return entry.Id;
    }

    /// <summary>Leaves the database as it was: the refusal is an outcome that nobody needs to find in the log ("full").</summary>
    public void Abandon() => IsAbandoned = true;

    /// <summary>Abandons, and hands the refusal back.</summary>
    public TOutcome Refuse<TOutcome>(TOutcome outcome)
    {
        Abandon();
        return outcome;
    }

    /// <summary>Leaves the database as it was, and records a refusal of identity or permission in a transaction of its own.</summary>
    public void AbandonRecording(string outcome, Guid? subjectId = null, string? detail = null)
    {
        IsAbandoned = true;
        apart.Add(NewEntry(operation, outcome, subjectId, detail, operationId: null));
    }

    internal async Task<IReadOnlyList<AuditEntry>> EndAsync(CancellationToken cancellationToken)
    {
        if (IsAbandoned)
        {
            await Context.Database.RollbackTransactionAsync(cancellationToken);
            return apart;
        }

        if (!recorded) throw new InvalidOperationException($"{operation} neither recorded what it did nor abandoned it.");
        await Context.SaveChangesAsync(cancellationToken);
        await Context.Database.CommitTransactionAsync(cancellationToken);
        return [];
    }

    private AuditEntry NewEntry(OperationKind kind, string outcome, Guid? subjectId, string? detail, Guid? operationId) => new()
    {
        Municipality = Municipality,
        Id = Ids.New(),
        At = Now,
        ActorKind = Caller.Actor.Kind,
        ActorId = Caller.Actor.Id,
        Role = Caller.Actor.Role,
        Source = Caller.Source,
        Operation = kind,
        SubjectId = subjectId,
        Outcome = outcome,
        Detail = detail,
        OperationId = operationId,
    };
}
