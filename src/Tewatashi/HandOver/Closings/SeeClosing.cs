using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.HandOver.Closings;

/// <summary>Shows what stands open in a counter's day and what it came to. The view is recorded.</summary>
[UseCase(UsedBy.Staff)]
public sealed class SeeClosing(Database database)
{
    public sealed record Request(Guid CounterId, DateOnly Day);

    /// <summary>Null where there is no such counter.</summary>
    public Task<ClosingView?> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.ViewClosing, async work =>
        {
            var view = await ReadClosing.RunAsync(work, request.CounterId, request.Day, cancellationToken);
            if (view is null) return work.Refuse(view);
            work.Record("Viewed", request.CounterId, $"{request.Day:yyyy-MM-dd}",
                view.Tray.Select(line => line.Card.CardId).Concat(view.CheckedIn.Concat(view.NotCome).Select(line => line.CardId).OfType<Guid>()).Concat(view.PinForms.Select(form => form.CardId)));
            return view;
        }, cancellationToken: cancellationToken);
}
