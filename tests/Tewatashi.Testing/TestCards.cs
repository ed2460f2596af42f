using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Imports;
using Tewatashi.Municipalities;

namespace Tewatashi.Testing;

/// <summary>Cards in any stage of life, written straight into the tables: for tests whose subject comes later than the import.</summary>
public static class TestCards
{
    private static readonly string[] Families = ["ミホン", "サンプル", "レイダイ", "カクウ", "ヒナガタ", "テスト"];
    private static readonly string[] Given = ["タロウ", "ハナコ", "ジロウ", "サクラ", "イチロウ", "ミドリ", "ケン"];

    /// <summary>
    /// Adds cards <c>MIH000001</c>, <c>MIH000002</c> ... (going on where the municipality's last one stands), each with its applicant,
    /// in one shipment.
    /// </summary>
    /// <param name="place">Where they lie; on the receiving table, or nowhere yet, when not given.</param>
    /// <param name="names">The items of the card with a number; <see cref="NamesOf"/> when not given.</param>
    public static Task<IReadOnlyList<Card>> AddCardsAsync(
        this TestOffice office,
        int count,
        CardProgress progress = CardProgress.Prepared,
        Place? place = null,
        CounterCode? counter = null,
        Func<int, ApplicantNames>? names = null) =>
        office.Staff<Database>().WriteAsync<IReadOnlyList<Card>>(office.ByStaff(), OperationKind.ApplyImport, async work =>
        {
            var first = await work.Context.Cards.CountAsync() + 1;
            var import = NewImport(work, count);
            var shipment = NewShipment(work, import, progress);
            work.Context.AddRange(import, shipment);
            await work.Context.SaveChangesAsync();
            var cards = Enumerable.Range(first, count).Select(number => NewCard(work, shipment, import, number, progress, place, counter)).ToList();
            var items = new ApplicantItems(office.Staff<KeyStore>(), office.Municipality);
            await work.Provider.InsertManyAsync(work.Context, cards, CancellationToken.None);
            await work.Provider.InsertManyAsync(
                work.Context, cards.Select((card, i) => items.Seal(card.Id, (names ?? NamesOf)(first + i))).ToList(), CancellationToken.None);
            work.Record("Applied", import.Id);
            return cards;
        });

    /// <summary>Plainly fictional items of the card with this number; the same number always has the same.</summary>
    public static ApplicantNames NamesOf(int number) => new(
        ApplicationId.Parse(number.ToString("D23", CultureInfo.InvariantCulture)),
        KanaName.Parse($"{Families[number % Families.Length]}　{Given[number % Given.Length]}"),
        Birthday.TryFrom(0, (number % 12) + 1, (number % 28) + 1, out var birthday) ? birthday : throw new InvalidOperationException("Every such day exists."));

    private static Import NewImport(Work work, int count) => new()
    {
        Municipality = work.Municipality,
        Id = Ids.New(),
        FileName = "test.csv",
        Profile = "standard",
        State = ImportState.Applied,
        RowsRead = count,
        Added = count,
        ActorId = work.Caller.Actor.Id,
        StartedAt = work.Now,
        FinishedAt = work.Now,
    };

    private static Shipment NewShipment(Work work, Import import, CardProgress progress) => new()
    {
        Municipality = work.Municipality,
        Id = Ids.New(),
        Name = import.FileName,
        State = progress == CardProgress.Expected ? ShipmentState.Announced : progress == CardProgress.Received ? ShipmentState.Receiving : ShipmentState.Closed,
        AnnouncedAt = work.Now,
        ReceivedAt = progress == CardProgress.Expected ? null : work.Now,
        ClosedAt = progress is CardProgress.Expected or CardProgress.Received ? null : work.Now,
    };

    private static Card NewCard(
        Work work, Shipment shipment, Import import, int number, CardProgress progress, Place? place, CounterCode? counter) => new()
        {
            Municipality = work.Municipality,
            Id = Ids.New(),
            SerialNumber = SerialNumber.Parse(string.Create(CultureInfo.InvariantCulture, $"MIH{number:D6}")),
            DispatchNumber = DispatchNumber.Parse("M2600-00"),
            ShipmentId = shipment.Id,
            ImportId = import.Id,
            Ordinal = number,
            CounterCode = counter,
            Route = CardRoute.Counter,
            Progress = progress,
            PlaceKind = (place ?? Place.None).Kind,
            LocationId = place?.LocationId,
            TrayCounterId = place?.CounterId,
            PlacedAt = work.Now,
            Fingerprint = new byte[17],
            AddedAt = work.Now,
            ReceivedAt = progress >= CardProgress.Received ? work.Now : null,
            InspectedAt = progress >= CardProgress.Inspected ? work.Now : null,
            PreparedAt = progress >= CardProgress.Prepared ? work.Now : null,
            HandedOverAt = progress == CardProgress.HandedOver ? work.Now : null,
        };
}
