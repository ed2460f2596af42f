using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.HandOver.Terminal;

/// <summary>Shows what differs from the national terminal's list of a day. The view is recorded.</summary>
[UseCase(UsedBy.Staff)]
public sealed class SeeTerminal(Database database)
{
    public sealed record Request(DateOnly Day);

    /// <summary>Null where no list of the day was brought in.</summary>
    public Task<TerminalView?> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.ViewTerminal, async work =>
        {
            var view = await TerminalView.OfAsync(work.Context, request.Day, cancellationToken);
            if (view is null) return work.Refuse(view);
            work.Record("Viewed", detail: FormattableString.Invariant($"{view.Differences.Count}"), others: view.Differences.Select(row => row.CardId).OfType<Guid>());
            return view;
        }, cancellationToken: cancellationToken);
}
