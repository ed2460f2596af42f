using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Imports;

/// <summary>Makes the cards and applicants of rows: announced by the maker, or already in the office's hands.</summary>
internal sealed class CardsOfRows(ImportRules rules, MunicipalityCode municipality, ApplicantItems items, Guid importId)
{
    private readonly StockCheck stock = new(rules);

    /// <summary>The rows that are to be added, by their line.</summary>
    public Dictionary<int, SealedRow> MakeAll(IEnumerable<CheckedRow> rows, DateTimeOffset now) =>
        rows.OfType<RowToAdd>().ToDictionary(row => row.Line, row => Make(row, now));

    private SealedRow Make(RowToAdd row, DateTimeOffset now)
    {
        var id = Ids.New();
        var location = rules.IsStock ? stock.LocationOf(row.Row) : null;
        var card = new Card
        {
            Municipality = municipality,
            Id = id,
            SerialNumber = row.Row.SerialNumber,
            DispatchNumber = row.Row.DispatchNumber,
            // A delivery carries the id of the import that announced it: a run that is begun again finds it.
            ShipmentId = rules.IsStock ? null : importId,
            ImportId = importId,
            Ordinal = row.Row.Line,
            CounterCode = row.Row.Counter,
            Route = row.Row.Route,
            LastDayOn = row.Row.Deadline,
            // When a card of the former stock was received, inspected and prepared, nobody told us: those times stay unknown.
            Progress = rules.IsStock ? CardProgress.Prepared : CardProgress.Expected,
            PlaceKind = location is null ? PlaceKind.None : PlaceKind.Storage,
            LocationId = location?.Id,
            PlacedAt = now,
            Fingerprint = row.Fingerprint,
            AddedAt = now,
        };
        return new SealedRow(card, items.Seal(id, row.Names));
    }
}
