using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Cards.Receiving;

/// <summary>過不足の解消: a difference of a delivery is settled with a coded reason. A missing card is settled by its scan, or by two
/// people once it is clear that it never comes.</summary>
[UseCase(UsedBy.Staff)]
public sealed class SettleShipmentFinding(Database database)
{
    public sealed record Request(Guid ShipmentId, Guid FindingId, ShipmentFindingEnd How);

    public abstract record Outcome;

    public sealed record Settled : Outcome;

    /// <summary>Settled before, by a scan or by somebody else.</summary>
    public sealed record AlreadySettled(ShipmentFindingEnd How) : Outcome;

    /// <summary>No such end for this kind of difference.</summary>
    public sealed record WrongEnd(ShipmentFindingKind Kind) : Outcome;

    public sealed record NotFound : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.SettleShipmentFinding, async work =>
        {
            var rows = work.Context.ShipmentFindings.AsNoTracking().Where(row => row.Id == request.FindingId && row.ShipmentId == request.ShipmentId);
            if (await rows.SingleOrDefaultAsync(cancellationToken) is not { } finding) return work.Refuse(new NotFound());
            if (finding.EndReason is { } how) return work.Refuse(new AlreadySettled(how));
            if (!finding.Kind.Ends().Contains(request.How)) return work.Refuse(new WrongEnd(finding.Kind));
            if (await rows.Where(row => row.EndReason == null).ExecuteUpdateAsync(set => set
                    .SetProperty(row => row.EndReason, request.How)
                    .SetProperty(row => row.EndedAt, work.Now)
                    .SetProperty(row => row.EndedBy, work.Caller.Actor.Id)
                    .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken) == 0) throw new PassingException();
            work.Record(nameof(Settled), request.ShipmentId, request.How.ToString(), finding.CardId is { } cardId ? [cardId] : []);
            return new Settled();
        }, (_, _) => Task.FromResult<Outcome>(new Settled()), cancellationToken);
}
