using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Cards.Receiving;
using Tewatashi.Data;
using Tewatashi.HandOver.Post;
using Tewatashi.Imports;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.Storage;

namespace Tewatashi.Server.Demo;

/// <summary>The back office of the demonstration: deliveries come, are scanned, prepared and shelved.</summary>
internal sealed class DemoCustody(DemoOffice office)
{
    private readonly Dictionary<string, int> stored = [];

    /// <summary>A delivery is announced by its file. Sets the cards' ids.</summary>
    /// <returns>The delivery.</returns>
    public async Task<Guid> AnnounceAsync(IReadOnlyList<DemoCard> cards, string dispatchNumber, CancellationToken cancellationToken)
    {
        var file = DemoPeople.FileOf(cards, dispatchNumber);
        var done = DemoOffice.Expect<ImportFromFile.Processed>(await office.Staff<ImportFromFile>().RunAsync(
            new(new ImportFile(ImportProfile.Standard, null, () => new MemoryStream(file)), $"{dispatchNumber}.csv"), office.By(StaffRoles.Custody) with { OperationId = null }, cancellationToken));
        if (done.Counts.Added != cards.Count) throw new InvalidOperationException($"Of {cards.Count} cards of the demonstration {done.Counts.Added} were added.");
        var shipment = done.ImportId ?? throw new InvalidOperationException("An import that was no dry run has an id.");
        var ids = await office.Staff<Data.Database>().ReadAsync(office.Municipality, context => context.Cards
            .Where(row => row.ShipmentId == shipment).ToDictionaryAsync(row => row.SerialNumber, row => row.Id, cancellationToken), cancellationToken);
        foreach (var card in cards) card.Id = ids[card.Serial];
        return shipment;
    }

    public async Task InspectAsync(Guid shipment, IEnumerable<DemoCard> cards, CancellationToken cancellationToken)
    {
        DemoOffice.Expect<ReceiveShipment.Receiving>(await office.Staff<ReceiveShipment>().RunAsync(new(shipment), office.By(StaffRoles.Custody), cancellationToken));
        await DemoOffice.ByManyAsync(cards, async card =>
            DemoOffice.Expect<InspectCard.Inspected>(await office.Staff<InspectCard>().RunAsync(new(shipment, card.Serial), office.By(StaffRoles.Custody), cancellationToken)), cancellationToken);
    }

    public async Task CloseAsync(Guid shipment, CancellationToken cancellationToken)
    {
        DemoOffice.Expect<ConfirmBoxesEmpty.Confirmed>(await office.Staff<ConfirmBoxesEmpty>().RunAsync(new(shipment, [1], office.People.SecondAtCounter), office.By(StaffRoles.Custody), cancellationToken));
        DemoOffice.Expect<CloseShipment.Closed>(await office.Staff<CloseShipment>().RunAsync(new(shipment), office.By(StaffRoles.Custody), cancellationToken));
    }

    public async Task PrepareAsync(IReadOnlyList<DemoCard> cards, CancellationToken cancellationToken)
    {
        foreach (var outcome in await office.Staff<PrepareCard>().RunAsync([.. cards.Select(card => card.Serial)], office.By(StaffRoles.Custody), cancellationToken))
            DemoOffice.Expect<PrepareCard.Prepared>(outcome);
    }

    public Task ShelveAsync(IEnumerable<DemoCard> cards, CancellationToken cancellationToken) =>
        DemoOffice.ByManyAsync(cards.Select(card => (card, Box: NextBox(card))).ToList(), async row =>
            DemoOffice.Expect<StoreCard.Stored>(await office.Staff<StoreCard>().RunAsync(new(row.Box, row.card.Serial), office.By(StaffRoles.Custody), cancellationToken)), cancellationToken);

    public async Task SuspendAsync(IReadOnlyList<DemoCard> cards, CancellationToken cancellationToken)
    {
        Suspension[] reasons = [Suspension.MovedOut, Suspension.Hospitalised, Suspension.AskAtCounter];
        for (var i = 0; i < cards.Count; i++)
            DemoOffice.Expect<SuspendCard.Suspended>(await office.Staff<SuspendCard>().RunAsync(new(cards[i].Id, reasons[i % reasons.Length]), office.By(StaffRoles.Custody), cancellationToken));
    }

    public async Task MarkAmendmentAsync(IEnumerable<DemoCard> cards, CancellationToken cancellationToken)
    {
        foreach (var card in cards) await office.Staff<MarkAmendment>().RunAsync(new(card.Id, Needed: true), office.By(StaffRoles.Custody), cancellationToken);
    }

    /// <summary>郵送: PIN set at the national terminal, and into the post.</summary>
    public async Task PostAsync(IEnumerable<DemoCard> cards, CancellationToken cancellationToken)
    {
        foreach (var card in cards)
        {
            DemoOffice.Expect<SetPin.PinSet>(await office.Staff<SetPin>().RunAsync(new(card.Serial), office.By(StaffRoles.Custody), cancellationToken));
            DemoOffice.Expect<PostCard.Posted>(await office.Staff<PostCard>().RunAsync(new(card.Serial, Tracking: null), office.By(StaffRoles.Custody), cancellationToken));
        }
    }

    /// <summary>The next box of the card's office, in turn.</summary>
    public LocationPath NextBox(DemoCard card)
    {
        var (building, shelves, boxes) = card.Counter == DemoPlaces.Branch ? ("K", 2, 4) : ("H", 4, 6);
        var next = stored[building] = stored.GetValueOrDefault(building, -1) + 1;
        return LocationPath.Parse($"{building}-V1").Inside((next / boxes % shelves) + 1).Inside((next % boxes) + 1);
    }
}
