using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Storage;

namespace Tewatashi.Counting;

/// <summary>
/// 過不足の解消: a card of a report is put somewhere and scanned there, label and place. Where the books said otherwise, they are corrected by that
/// movement; a missing card that is found is settled the same way.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class SettleFinding(Database database)
{
    public sealed record Request(Guid CountId, LocationPath Location, SerialNumber SerialNumber);

    public abstract record Outcome;

    /// <param name="Left">How many differences of this count are still open.</param>
    public sealed record Settled(FindingEnd How, int Left) : Outcome;

    /// <summary>This card is no open difference of this count: nothing was moved.</summary>
    public sealed record NotInReport : Outcome;

    /// <summary>It could not be put there; nothing was moved.</summary>
    public sealed record NotStored(StoreCard.Outcome Why) : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller with { OperationId = null }, OperationKind.SettleFinding, async work =>
        {
            var finding = await work.Context.CountFindings.AsNoTracking().SingleOrDefaultAsync(
                row => row.CountId == request.CountId && row.SerialNumber == request.SerialNumber && row.EndReason == null, cancellationToken);
            if (finding is null) return work.Refuse(new NotInReport());
            var stored = await StoreCard.StoreAsync(work, new(request.Location, request.SerialNumber), cancellationToken);
            if (stored is not (StoreCard.Stored or StoreCard.AlreadyHere)) return work.Refuse(new NotStored(stored));
            var how = stored is StoreCard.Stored ? FindingEnd.BooksCorrected : FindingEnd.WhereBooksSay;
            // Somebody who scanned the same card first settled it too: the next look finds nothing to do.
            if (await work.Context.CountFindings.Where(row => row.Id == finding.Id && row.EndReason == null).ExecuteUpdateAsync(set => set
                    .SetProperty(row => row.EndReason, how)
                    .SetProperty(row => row.EndedAt, work.Now)
                    .SetProperty(row => row.EndedBy, caller.Actor.Id)
                    .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken) == 0) throw new PassingException();
            work.Record(how.ToString(), stored is StoreCard.Stored { CardId: var moved } ? moved : finding.CardId, request.Location.Value, [request.CountId]);
            var left = await work.Context.CountFindings.CountAsync(row => row.CountId == request.CountId && row.EndReason == null && row.Id != finding.Id, cancellationToken);
            return new Settled(how, left);
        }, cancellationToken: cancellationToken);
}
