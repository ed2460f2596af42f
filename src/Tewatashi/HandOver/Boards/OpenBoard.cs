using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.HandOver.Boards;

/// <summary>Opens the board of today. The view is recorded.</summary>
[UseCase(UsedBy.Staff)]
public sealed class OpenBoard(Database database, ReadBoard read)
{
    public async Task<BoardView> RunAsync(Caller caller, CancellationToken cancellationToken)
    {
        var view = await read.RunAsync(caller.Municipality, cancellationToken);
        await database.WriteAsync(caller, OperationKind.ViewDay, work =>
        {
            work.Record("Viewed", detail: FormattableString.Invariant($"{view.Lines.Count}"));
            return Task.FromResult(true);
        }, cancellationToken: cancellationToken);
        return view;
    }
}
