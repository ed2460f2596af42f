using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.HandOver.Closings;

/// <summary>締めの取り消し: opens a counter's day again on that day. The closing stays and says who opened it; closing again is a closing of its own.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ReopenCounter(Database database)
{
    public sealed record Request(Guid CounterId, DateOnly Day);

    public abstract record Outcome;

    public sealed record Reopened : Outcome;

    public sealed record NotClosed : Outcome;

    /// <summary>The day is over: what was closed stays closed.</summary>
    public sealed record OtherDay : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller with { OperationId = null }, OperationKind.ReopenCounter, async work =>
        {
            if (request.Day != JapanTime.DateOf(work.Now)) return work.Refuse<Outcome>(new OtherDay());
            await work.TakeTurnAsync(request.CounterId, cancellationToken);
            var standing = work.Context.CounterClosings.Where(row => row.CounterId == request.CounterId && row.Day == request.Day && row.ReopenedAt == null);
            if (await standing.Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancellationToken) is not { } id) return work.Refuse<Outcome>(new NotClosed());
            var by = Guid.Parse(work.Caller.Actor.Id);
            await standing.ExecuteUpdateAsync(set => set.SetProperty(row => row.ReopenedAt, work.Now).SetProperty(row => row.ReopenedBy, by), cancellationToken);
            work.Record("Opened", request.CounterId, FormattableString.Invariant($"{request.Day:yyyy-MM-dd}"), [id]);
            return new Reopened();
        }, cancellationToken: cancellationToken);
}
