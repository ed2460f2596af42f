using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.HandOver;

/// <summary>The lines of a counter's day for whoever enters a 当日控え. The view is recorded.</summary>
[UseCase(UsedBy.Staff)]
public sealed class SeeLater(Database database)
{
    public sealed record Request(Guid CounterId, DateOnly Day);

    public Task<IReadOnlyList<DayLine>> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<IReadOnlyList<DayLine>>(caller with { OperationId = null }, OperationKind.ViewDay, async work =>
        {
            var lines = DayLines.Of(await DayRow.OfDayAsync(work.Context, request.Day, request.CounterId, cancellationToken), work.Now, int.MaxValue);
            work.Record("Viewed", request.CounterId, FormattableString.Invariant($"{lines.Count}"), lines.Select(line => line.CardId).OfType<Guid>());
            return lines;
        }, cancellationToken: cancellationToken);
}
