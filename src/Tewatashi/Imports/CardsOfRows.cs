using Tewatashi.Cards;
using Tewatashi.Data;

namespace Tewatashi.Imports;

/// <summary>Makes the cards and applicants of rows: announced by the maker, or already in the office's hands.</summary>
internal sealed class CardsOfRows(ImportRules rules, ApplicantItems items, Guid importId)
{
    private readonly StockCheck stock = new(rules);

    public (Card Card, Applicant Applicant) Make(Work work, RowToAdd row)
    {
        var id = Ids.New();
        var location = rules.IsStock ? stock.LocationOf(row.Row) : null;
        var card = new Card
        {
            Municipality = work.Municipality,
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
            PlacedAt = work.Now,
            Fingerprint = row.Fingerprint,
            AddedAt = work.Now,
        };
        return (card, items.Seal(id, row.Names));
    }
}
