using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;

namespace Tewatashi.Parcels;

/// <summary>移送便の完了: every card packed was scanned here and none too many. Otherwise what differs is named and nothing changes.</summary>
[UseCase(UsedBy.Staff)]
public sealed class CloseParcel(Database database)
{
    public sealed record Request(Guid ParcelId);

    public abstract record Outcome;

    public sealed record Closed : Outcome;

    public sealed record Differs(IReadOnlyList<SerialNumber> Missing, IReadOnlyList<SerialNumber> Extra) : Outcome;

    public sealed record NotReceived : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller with { OperationId = null }, OperationKind.CloseParcel, async work =>
        {
            var context = work.Context;
            if (!await work.TakeTurnAsync(request.ParcelId, ParcelState.Received, cancellationToken)) return work.Refuse(new NotReceived());
            var lines = await context.ParcelLines.AsNoTracking().Where(row => row.ParcelId == request.ParcelId).OrderBy(row => row.AddedAt).ThenBy(row => row.Id).ToListAsync(cancellationToken);
            var (missing, extra) = (Of(ParcelLineState.Packed), Of(ParcelLineState.Extra));
            if (missing.Count + extra.Count > 0) return work.Refuse(new Differs(missing, extra));
            await context.Parcels.Where(row => row.Id == request.ParcelId).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.State, ParcelState.Closed)
                .SetProperty(row => row.EndedAt, work.Now)
                .SetProperty(row => row.EndedBy, caller.Actor.Id)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
            work.Record("Closed", request.ParcelId, others: lines.Select(line => line.CardId).OfType<Guid>());
            return new Closed();

            List<SerialNumber> Of(ParcelLineState state) => [.. lines.Where(line => line.State == state).Select(line => line.SerialNumber)];
        }, cancellationToken: cancellationToken);
}
