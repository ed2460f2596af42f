using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Papers;
using Tewatashi.Storage;

namespace Tewatashi.Cards;

/// <summary>
/// Prints 管理ラベル for the sleeves: of a whole delivery in the order of its list, of a stretch of it, or of one card again. The log's entry
/// is committed before the paper goes out.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class PrintSleeveLabels(Database database)
{
    public abstract record Which;

    /// <param name="From">First line of the list, by its number there.</param>
    /// <param name="To">Last line, inclusive; null for the end.</param>
    public sealed record OfShipment(Guid ShipmentId, int From = 1, int? To = null) : Which;

    /// <summary>A label was damaged: the same again.</summary>
    public sealed record OfCard(Guid CardId) : Which;

    public sealed record Request(Which Which, LabelPlacement Placement);

    public abstract record Outcome;

    public sealed record Printed(byte[] Pdf, int Labels) : Outcome;

    /// <summary>No such delivery or card, or no line in the stretch.</summary>
    public sealed record NothingToPrint : Outcome;

    public sealed record LabelTooSmall(float NeededWidth, float NeededHeight) : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        // Nothing is recorded as printed on a sheet that cannot take it.
        if (!SleeveLabels.Fits(request.Placement.Sheet))
        {
            var refused = await SleeveLabels.WriteAsync(request.Placement, AsyncEnumerable.Empty<SleeveLabelPaper>(), Stream.Null, cancellationToken);
            return refused is PaperOutcome.LabelTooSmall small
                ? new LabelTooSmall(small.NeededWidth, small.NeededHeight)
                : throw new InvalidOperationException("A sheet that does not fit was taken.");
        }

        var serials = await database.WriteAsync(caller with { OperationId = null }, OperationKind.PrintSleeveLabels, async work =>
        {
            var found = await Chosen(work.Context.Cards, request.Which).OrderBy(row => row.Ordinal).ThenBy(row => row.Id)
                .Select(row => row.SerialNumber).ToListAsync(cancellationToken);
            if (found.Count == 0) work.Abandon();
            else work.Record("Printed", SubjectOf(request.Which), FormattableString.Invariant($"{found.Count}"));
            return found;
        }, cancellationToken: cancellationToken);
        if (serials.Count == 0) return new NothingToPrint();

        using var pdf = new MemoryStream();
        var papers = serials.Select(serial => new SleeveLabelPaper(ScanCode.OfCard(serial.Value), serial.Display)).ToAsyncEnumerable();
        await SleeveLabels.WriteAsync(request.Placement, papers, pdf, cancellationToken);
        return new Printed(pdf.ToArray(), serials.Count);
    }

    private static IQueryable<Card> Chosen(IQueryable<Card> cards, Which chosen) => chosen switch
    {
        OfShipment(var id, var from, null) => cards.Where(row => row.ShipmentId == id && row.Ordinal >= from),
        OfShipment(var id, var from, { } to) => cards.Where(row => row.ShipmentId == id && row.Ordinal >= from && row.Ordinal <= to),
        OfCard(var id) => cards.Where(row => row.Id == id),
        _ => throw new ArgumentOutOfRangeException(nameof(chosen)),
    };

    private static Guid SubjectOf(Which which) => which switch
    {
        OfShipment shipment => shipment.ShipmentId,
        OfCard card => card.CardId,
        _ => throw new ArgumentOutOfRangeException(nameof(which)),
    };
}
