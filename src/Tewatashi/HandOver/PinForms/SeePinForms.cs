using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.HandOver.PinForms;

/// <summary>The forms in custody by the numbers of their cards. The view is recorded.</summary>
[UseCase(UsedBy.Staff)]
public sealed class SeePinForms(Database database)
{
    /// <param name="CounterId">Null: of every counter.</param>
    public sealed record Request(Guid? CounterId);

    public Task<IReadOnlyList<PinFormLine>> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<IReadOnlyList<PinFormLine>>(caller with { OperationId = null }, OperationKind.ViewPinForms, async work =>
        {
            var lines = await PinFormLine.InCustodyAsync(work.Context, request.CounterId, cancellationToken);
            work.Record("Viewed", request.CounterId, FormattableString.Invariant($"{lines.Count}"), lines.Select(line => line.CardId));
            return lines;
        }, cancellationToken: cancellationToken);
}
