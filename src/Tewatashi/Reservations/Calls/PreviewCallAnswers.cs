using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Data.Keys;

namespace Tewatashi.Reservations.Calls;

/// <summary>Shows which calls of a selection would take an answer before it is written down, and why some would not. Changes nothing.</summary>
[UseCase(UsedBy.Staff)]
public sealed class PreviewCallAnswers(Database database, KeyStore keys)
{
    /// <param name="Calls">At most <see cref="AnswerCalls.MostCalls"/>.</param>
    public sealed record Request(IReadOnlyList<AnswerCalls.Chosen> Calls);

    /// <param name="LeftOut">Null: it would take the answer.</param>
    public sealed record Line(CallLine Call, CallAnswerRefusal? LeftOut);

    public Task<IReadOnlyList<Line>> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        if (request.Calls.Count > AnswerCalls.MostCalls) throw new ArgumentException("Too many calls at once.", nameof(request));
        return database.WriteAsync<IReadOnlyList<Line>>(caller with { OperationId = null }, OperationKind.ViewCalls, async work =>
        {
            var versions = request.Calls.DistinctBy(call => call.CallId).ToDictionary(call => call.CallId, call => call.Version);
            var lines = await CallLines.OfAsync(work, keys, [.. versions.Keys], cancellationToken);
            work.Record("Viewed", null, FormattableString.Invariant($"{lines.Count}"), lines.Select(line => line.Call.CardId));
            return
            [
                .. lines.Select(line => new Line(line, !CallList.Live.Contains(line.Call.State) ? CallAnswerRefusal.Over : line.Call.Version != versions[line.Call.Id] ? CallAnswerRefusal.Overtaken : null)),
            ];
        }, cancellationToken: cancellationToken);
    }
}
