using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Reservations.Waiting;

/// <summary>Someone wants to wait no longer. A booking there is stays as it is.</summary>
[UseCase(UsedBy.Both)]
public sealed class LeaveWaitingList(Database database)
{
    public sealed record Request(Guid WaitingId);

    /// <summary>False: no such wait of this resident, or it has ended.</summary>
    public Task<bool> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.LeaveWaitingList, async work =>
        {
            if (await work.LockOwnWaitAsync(request.WaitingId, cancellationToken) is not { } entry) return work.Refuse(false);
            await work.EndWaitAsync(entry, WaitingEnd.Left, cancellationToken);
            work.Record("Left", entry.Id, others: [entry.CardId]);
            return true;
        }, (_, _) => Task.FromResult(true), cancellationToken);
}
