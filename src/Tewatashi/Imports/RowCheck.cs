using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Data.Keys;

namespace Tewatashi.Imports;

/// <summary>Holds the rows of a file against what the system has. Writes nothing.</summary>
/// <param name="importId">The import whose cards count as added, not as unchanged; null in a dry run.</param>
internal sealed class RowCheck(ImportRules rules, ItemKeys keys, Guid? importId)
{
    private static readonly Dictionary<SerialNumber, Known> Nothing = [];
    private readonly StockCheck stock = new(rules);

    /// <summary>One result for each reading, in order; one query for all.</summary>
    public async Task<List<CheckedRow>> RunAsync(
        TewatashiContext context, IReadOnlyList<ShipmentReading> readings, CancellationToken cancellationToken)
    {
        var serials = readings.OfType<RowRead>().Select(reading => reading.Row.SerialNumber).ToList();
        var known = serials.Count == 0
            ? Nothing
            : await context.Cards.AsNoTracking()
                .Where(card => EF.Parameter(serials).Contains(card.SerialNumber))
                .Select(card => new Known(card.SerialNumber, card.Fingerprint, card.ImportId, card.DispatchNumber != null))
                .ToDictionaryAsync(card => card.SerialNumber, cancellationToken);
        return [.. readings.Select(reading => reading switch
        {
            RowRead read => Check(read, known),
            RowRepeated repeated => new RowUnchanged(repeated.Line),
            RowRefused refused => new RowNotTaken(refused.Line, refused.Problems),
            _ => throw new ArgumentOutOfRangeException(nameof(readings)),
        })];
    }

    private CheckedRow Check(RowRead read, Dictionary<SerialNumber, Known> known)
    {
        var row = read.Row;
        var birthday = rules.KeepsYear ? row.Birthday : row.Birthday.WithoutYear();
        var fingerprint = RowFingerprint.Of(row, birthday, keys);
        if (known.TryGetValue(row.SerialNumber, out var card))
        {
            // Typed in by hand before its file came: compared by what was typed.
            if (card.ImportId is null) fingerprint = RowFingerprint.Of(ReceiveByHand.AsTyped(row, card.HasDispatchNumber), birthday, keys);
            if (!card.Fingerprint.AsSpan().SequenceEqual(fingerprint)) return OtherData(row);
            return card.ImportId == importId ? new RowAddedBefore(row.Line, WarningsOf(read)) : new RowUnchanged(row.Line);
        }

        return rules.IsStock && stock.ProblemsOf(row) is { Count: > 0 } problems
            ? new RowNotTaken(row.Line, problems)
            : new RowToAdd(row, new ApplicantNames(row.ApplicationId, row.KanaName, birthday), fingerprint, WarningsOf(read));
    }

    private RowNotTaken OtherData(ShipmentRow row) => new(row.Line,
    [
        new RowProblem(row.Line, rules.NameOf(ImportField.SerialNumber),
            "この製造管理番号のカードは、違う内容ですでに登録されています。登録済みの内容は変わりません。どちらが正しいか確かめてください。"),
    ]);

    private List<RowProblem> WarningsOf(RowRead read)
    {
        List<RowProblem> warnings = [.. read.Warnings];
        if (read.Row.Counter is { } code && !rules.Counters.ContainsKey(code))
        {
            warnings.Add(new RowProblem(
                read.Row.Line, rules.NameOf(ImportField.Counter), "このコードの交付窓口はまだ登録されていません。カードは取り込みます。"));
        }

        if (rules.IsStock) warnings.AddRange(stock.WarningsOf(read.Row));
        return warnings;
    }

    private sealed record Known(SerialNumber SerialNumber, byte[] Fingerprint, Guid? ImportId, bool HasDispatchNumber);
}
