using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;

namespace Tewatashi.Counting;

/// <summary>
/// Takes scanned labels into an open count, one or many that waited for the network. Says nothing of what the books say. Sent again, or
/// scanned by two people, a label counts once.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class ScanCounted(Database database)
{
    public const int MostAtOnce = 500;

    /// <param name="Id">Made where it was scanned.</param>
    public sealed record Scan(Guid Id, SerialNumber SerialNumber);

    public sealed record Request(Guid CountId, IReadOnlyList<Scan> Scans);

    public abstract record Outcome;

    /// <param name="New">Labels that were not in the count before.</param>
    /// <param name="Labels">How many the count holds now.</param>
    public sealed record Taken(int New, int Labels) : Outcome;

    /// <summary>It was closed or given up, or is not there: these labels are in no count.</summary>
    public sealed record NotOpen : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        if (request.Scans.Count > MostAtOnce) throw new ArgumentException("Too many scans at once.", nameof(request));
        return database.WriteAsync<Outcome>(caller with { OperationId = null }, OperationKind.ScanCounted, async work =>
        {
            var context = work.Context;
            if (!await Counts.TakeTurnAsync(work, request.CountId, cancellationToken)) return work.Refuse(new NotOpen());
            var ids = request.Scans.Select(scan => scan.Id).ToList();
            var serials = request.Scans.Select(scan => scan.SerialNumber).Distinct().ToList();
            var sent = (await context.CountScans.Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancellationToken)).ToHashSet();
            var there = (await context.CountScans.Where(row => row.CountId == request.CountId && serials.Contains(row.SerialNumber))
                .Select(row => row.SerialNumber).ToListAsync(cancellationToken)).ToHashSet();
            var cards = await context.Cards.Where(row => serials.Contains(row.SerialNumber)).ToDictionaryAsync(row => row.SerialNumber, row => row.Id, cancellationToken);
            var added = new List<CountScan>();
            foreach (var scan in request.Scans)
            {
                if (!sent.Add(scan.Id) || !there.Add(scan.SerialNumber)) continue;
                added.Add(new CountScan
                {
                    Municipality = work.Municipality,
                    Id = scan.Id,
                    CountId = request.CountId,
                    SerialNumber = scan.SerialNumber,
                    CardId = cards.TryGetValue(scan.SerialNumber, out var card) ? card : null,
                    At = work.Now,
                    ActorId = caller.Actor.Id,
                });
            }

            var before = await context.CountScans.CountAsync(row => row.CountId == request.CountId, cancellationToken);
            if (added.Count == 0) return work.Refuse(new Taken(0, before));
            context.AddRange(added);
            work.Record("Scanned", request.CountId, FormattableString.Invariant($"{added.Count}"), added.Select(scan => scan.CardId).OfType<Guid>());
            return new Taken(added.Count, before + added.Count);
        }, cancellationToken: cancellationToken);
    }
}
