using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards.Receiving;
using Tewatashi.Data;
using Tewatashi.Staff;

namespace Tewatashi.Cards;

/// <summary>
/// 受入の完了: closes a delivery when every card of its list was scanned, no card too many is open and every box was seen empty by two people, so
/// that no card leaves with a box. What does not balance is named; two people may sign it with a coded reason, and it stays open by name until settled.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class CloseShipment(Database database)
{
    /// <summary>So many missing cards are named; the list page shows all.</summary>
    public const int MostNamed = 50;

    /// <param name="Signed">The difference two people stand for; null: it must balance.</param>
    public sealed record Request(Guid ShipmentId, SignedDifference? Signed = null);

    public sealed record SignedDifference(ShipmentDifference Reason, SecondSignature Second);

    public abstract record Outcome;

    public sealed record Closed(int Cards) : Outcome;

    /// <param name="Missing">The first of them in the order of the list.</param>
    /// <param name="BoxesToCome">Announced boxes that did not arrive.</param>
    /// <param name="Extras">Cards too many that nobody settled.</param>
    public sealed record NotBalanced(ShipmentCount Count, IReadOnlyList<ViewShipment.Row> Missing, int BoxesToCome, int Extras) : Outcome;

    /// <summary>空箱確認 comes first; nobody can sign it away.</summary>
    public sealed record BoxesNotEmpty(IReadOnlyList<int> Boxes) : Outcome;

    public sealed record NotReceiving(ShipmentState State) : Outcome;

    public sealed record NotFound : Outcome;

    public sealed record SamePerson : Outcome;

    /// <summary>The second person's user id or password is wrong, locked or may not do this.</summary>
    public sealed record SecondRefused : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        var second = await SecondPerson.ReadAsync(database, caller, request.Signed?.Second, cancellationToken);
        return await database.WriteAsync(caller, OperationKind.CloseShipment, work => CloseAsync(work, request, second, cancellationToken), RepeatAsync, cancellationToken);
    }

    private static async Task<Outcome> CloseAsync(Work work, Request request, SecondPerson? second, CancellationToken cancellationToken)
    {
        var shipments = work.Context.Shipments.Where(row => row.Id == request.ShipmentId);
        var state = await shipments.Select(row => (ShipmentState?)row.State).SingleOrDefaultAsync(cancellationToken);
        if (state != ShipmentState.Receiving) return work.Refuse<Outcome>(state is { } known ? new NotReceiving(known) : new NotFound());
        if (second is not null)
        {
            switch (await second.StandsAsync(work, Permission.ReceiveCards, request.ShipmentId, cancellationToken))
            {
                case SecondPerson.Answer.SamePerson: return new SamePerson();
                case SecondPerson.Answer.Refused: return new SecondRefused();
            }
        }

        // Closed first and undone where it does not balance: from here on no scan and no import can slip in between.
        if (await shipments.Where(row => row.State == ShipmentState.Receiving).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.State, ShipmentState.Closed)
                .SetProperty(row => row.ClosedAt, work.Now)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken) == 0) throw new PassingException();
        var remaining = work.Context.Cards.Where(row => row.ShipmentId == request.ShipmentId && (row.Progress == CardProgress.Expected || row.Progress == CardProgress.Received));
        // A scan that is under way ends first, and one that read the card before begins anew and finds it named as missing.
        await remaining.ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        var boxes = await work.Context.ShipmentBoxes.AsNoTracking().Where(row => row.ShipmentId == request.ShipmentId).OrderBy(row => row.Ordinal).ToListAsync(cancellationToken);
        if (boxes.Where(box => box is { ArrivedAt: not null, EmptiedAt: null }).Select(box => box.Ordinal).ToList() is { Count: > 0 } full)
        {
            work.AbandonRecording(nameof(BoxesNotEmpty), request.ShipmentId);
            return new BoxesNotEmpty(full);
        }

        var count = await ShipmentCount.OfAsync(work.Context, request.ShipmentId, cancellationToken);
        var boxesToCome = boxes.Count(box => box.ArrivedAt is null);
        var extras = await work.Context.ShipmentFindings.CountAsync(row => row.ShipmentId == request.ShipmentId && row.EndReason == null, cancellationToken);
        var balances = count.Balances && boxesToCome == 0 && extras == 0;
        if (!balances && request.Signed is null)
        {
            var missing = await ViewShipment.RowsAsync(work.Context, remaining.OrderBy(row => row.Ordinal).ThenBy(row => row.Id).Take(MostNamed), cancellationToken);
            work.AbandonRecording(nameof(NotBalanced), request.ShipmentId, FormattableString.Invariant($"{count.Inspected} {count.Listed}"));
            return new NotBalanced(count, missing, boxesToCome, extras);
        }

        if (!balances) await SignAsync(work, request, second!.Id, remaining, cancellationToken); // signed: refused above without one
        work.Record(nameof(Closed), request.ShipmentId, FormattableString.Invariant($"{count.Listed}"), second is null || balances ? [] : [second.Id]);
        return new Closed(count.Listed);
    }

    private static async Task SignAsync(Work work, Request request, Guid with, IQueryable<Card> remaining, CancellationToken cancellationToken)
    {
        var by = Guid.Parse(work.Caller.Actor.Id);
        var reason = request.Signed!.Reason; // asked before
        await work.Context.Shipments.Where(row => row.Id == request.ShipmentId).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Difference, reason)
            .SetProperty(row => row.SignedBy, by)
            .SetProperty(row => row.SignedWith, with), cancellationToken);
        var missing = await remaining.OrderBy(row => row.Ordinal).Select(row => new { row.Id, row.SerialNumber }).ToListAsync(cancellationToken);
        await work.Provider.InsertManyAsync(
            work.Context, missing.ConvertAll(card => ShipmentFindings.New(work, request.ShipmentId, ShipmentFindingKind.Missing, card.SerialNumber, card.Id, scans: 0)), cancellationToken);
    }

    private static Task<Outcome> RepeatAsync(Work work, AuditEntry first) => Task.FromResult<Outcome>(first.Outcome switch
    {
        nameof(SamePerson) => new SamePerson(),
        SecondPerson.Wrong => new SecondRefused(),
        _ => new Closed(int.Parse(first.Detail!, System.Globalization.CultureInfo.InvariantCulture)), // written above
    });
}
