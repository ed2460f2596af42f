using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Cards.Receiving;
using Tewatashi.Incidents;
using Tewatashi.Lists;
using Tewatashi.Missing;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Missing;

/// <summary>A card of a delivery's list that never comes: two people end its 不足 as never sent, or as lost on the way.</summary>
public sealed class UndeliveredTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_never_sent_is_awaited_no_longer_and_its_difference_ends_once(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (shipment, card, finding, signature) = await ShortAsync(office);

        Assert.IsType<ConfirmNeverSent.SecondRefused>(await NeverSentAsync(office, shipment, finding, signature with { Password = "ちがう合言葉ですよ" }));
        Assert.IsType<ConfirmNeverSent.NotFound>(await NeverSentAsync(office, Guid.CreateVersion7(), finding, signature));
        Assert.IsType<ConfirmNeverSent.Confirmed>(await NeverSentAsync(office, shipment, finding, signature));
        Assert.Equal(new ConfirmNeverSent.AlreadySettled(ShipmentFindingEnd.NeverSent), await NeverSentAsync(office, shipment, finding, signature));

        Assert.Equal((CardProgress.NeverSent, PlaceKind.None), await WhereAsync(office, card));
        var shown = Assert.IsType<ViewShipment.Shown>(await office.Staff<ViewShipment>().RunAsync(new(shipment, ViewShipment.Part.Missing, 1), office.ByStaff(), CancellationToken.None));
        Assert.Empty(shown.Rows);
        Assert.Equal((2, 1, 1, 0), (shown.Count.Listed, shown.Count.Inspected, shown.Count.GivenUp, shown.Count.Remaining));
        Assert.Null((await office.Staff<SeeList>().RunAsync(new(ListAsk.Of(new ShipmentList(), office.Today), 1), office.ByStaff(), CancellationToken.None)).Lines[0].Cells[2].Value);
        Assert.Empty(await office.ViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_lost_in_the_post_is_lost_with_an_incident_whose_clock_runs_from_the_day_it_was_missed(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (shipment, card, finding, signature) = await ShortAsync(office);
        var missedOn = office.Today;
        office.Clock.Advance(TimeSpan.FromDays(2));
        var caller = office.ByStaff();

        var lost = Assert.IsType<ConfirmLostInPost.Lost>(await LostAsync(office, shipment, finding, signature, caller));

        Assert.Equal(lost, await LostAsync(office, shipment, finding, signature, caller)); // the form sent again
        Assert.Equal(new ConfirmLostInPost.AlreadySettled(ShipmentFindingEnd.LostInPost), await LostAsync(office, shipment, finding, signature));
        Assert.Equal((CardProgress.Lost, PlaceKind.Missing), await WhereAsync(office, card));
        var incident = await office.SeeAsync(context => context.Incidents.AsNoTracking().SingleAsync());
        Assert.Equal((lost.IncidentId, IncidentKind.CardLost, card.Id, missedOn), (incident.Id, incident.Kind, incident.CardId, incident.KnownOn));
        Assert.NotNull(incident.SecondId);
        Assert.Empty(await office.ViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Nobody_is_their_own_second(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (shipment, _, finding, signature) = await ShortAsync(office);
        var second = await office.SeeAsync(context => context.StaffMembers.OrderByDescending(row => row.Id).Select(row => row.Id).FirstAsync());
        var self = office.ByStaff() with { Actor = Actor.Staff(second, "Admin") };

        Assert.IsType<ConfirmNeverSent.SamePerson>(await office.Staff<ConfirmNeverSent>().RunAsync(new(shipment, finding, signature), self, CancellationToken.None));
        Assert.IsType<ConfirmLostInPost.SamePerson>(await office.Staff<ConfirmLostInPost>().RunAsync(new(shipment, finding, false, signature), self, CancellationToken.None));
        Assert.Empty(await office.ViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_given_up_that_lies_on_the_table_all_the_same_is_named_and_not_inspected(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (shipment, card, finding, signature) = await ShortAsync(office);
        await NeverSentAsync(office, shipment, finding, signature);

        var scanned = Assert.IsType<InspectCard.GivenUp>(await office.Staff<InspectCard>().RunAsync(new(shipment, card.SerialNumber), office.ByStaff(), CancellationToken.None));

        Assert.Equal(CardProgress.NeverSent, scanned.Progress);
        var open = await office.SeeAsync(context => context.ShipmentFindings.AsNoTracking().SingleAsync(row => row.EndReason == null));
        Assert.Equal((ShipmentFindingKind.Unlisted, card.Id), (open.Kind, open.CardId));
        Assert.IsType<SettleShipmentFinding.Settled>(await office.Staff<SettleShipmentFinding>().RunAsync(new(shipment, open.Id, ShipmentFindingEnd.SentBack), office.ByStaff(), CancellationToken.None));
        Assert.Empty(await office.ViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_scanned_in_while_two_people_give_it_up_is_either_here_or_given_up(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (shipment, card, finding, signature) = await ShortAsync(office);

        var scan = Task.Run(() => office.Staff<InspectCard>().RunAsync(new(shipment, card.SerialNumber), office.ByStaff(), CancellationToken.None));
        var neverSent = Task.Run(() => NeverSentAsync(office, shipment, finding, signature));
        var lost = Task.Run(() => LostAsync(office, shipment, finding, signature));
        await Task.WhenAll(scan, neverSent, lost);

        var ends = new[] { await scan is InspectCard.Inspected, await neverSent is ConfirmNeverSent.Confirmed, await lost is ConfirmLostInPost.Lost };
        Assert.Equal(1, ends.Count(end => end));
        Assert.Empty(await office.ViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Remade_card_is_linked_to_the_one_that_was_never_sent(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (shipment, card, finding, signature) = await ShortAsync(office);
        await NeverSentAsync(office, shipment, finding, signature);
        var remade = (await office.AddCardsAsync(1, CardProgress.Inspected, names: _ => TestCards.NamesOf(2)))[0]; // the second of the list, whom it was to reach

        var linked = Assert.IsType<LinkRemadeCard.Linked>(await office.Staff<LinkRemadeCard>().RunAsync(new(card.SerialNumber, remade.SerialNumber), office.ByStaff(), CancellationToken.None));

        Assert.Equal((card.Id, remade.Id, LinkRemadeCard.BookingEnd.None), (linked.OldId, linked.NewId, linked.Booking));
        Assert.Empty(await office.ViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Page_takes_the_makers_answer_from_two_people_and_the_loss_from_those_who_may(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (shipment, card, finding, signature) = await ShortAsync(office);
        var site = await office.StaffSiteAsync(StaffRoles.Custody);
        var address = $"/shipments/{shipment}/undelivered/{finding}";
        Assert.Contains(address, (await site.GetAsync($"/shipments/{shipment}")).Html, StringComparison.Ordinal);

        var page = await site.SubmitAsync(await site.GetAsync(address), new() { ["SecondUserId"] = signature.UserId, ["SecondPassword"] = signature.Password });
        Assert.Contains("J-LISの答えを選んでください", page.Text, StringComparison.Ordinal);
        page = await site.SubmitAsync(page, new() { ["Answer"] = nameof(ShipmentFindingEnd.LostInPost), ["SecondUserId"] = signature.UserId, ["SecondPassword"] = signature.Password });
        Assert.Contains("配送中の紛失と確定しました", page.Text, StringComparison.Ordinal);

        Assert.Equal((CardProgress.Lost, PlaceKind.Missing), await WhereAsync(office, card));
        Assert.Contains("この不足は解消しています", (await site.GetAsync(address)).Text, StringComparison.Ordinal);
        var inspect = await site.SubmitAsync(await site.GetAsync($"/shipments/{shipment}/inspect"), new() { ["Scan"] = card.SerialNumber.Value });
        Assert.Contains("紛失確定としたカードです", inspect.Text, StringComparison.Ordinal);
    }

    /// <summary>A delivery of two that was closed with one missing.</summary>
    private static async Task<(Guid Shipment, Card Card, Guid Finding, SecondSignature Signature)> ShortAsync(TestOffice office)
    {
        var cards = await office.AddCardsAsync(2, CardProgress.Expected);
        var shipment = cards[0].ShipmentId!.Value; // announced by a file
        await office.Staff<ReceiveShipment>().RunAsync(new(shipment, 1, 1), office.ByStaff(), CancellationToken.None);
        await office.Staff<InspectCard>().RunAsync(new(shipment, cards[0].SerialNumber), office.ByStaff(), CancellationToken.None);
        await office.EmptyBoxesAsync(shipment);
        var (_, signature) = await office.AddSecondAsync(StaffRoles.Admin);
        Assert.IsType<CloseShipment.Closed>(await office.Staff<CloseShipment>().RunAsync(new(shipment, new(ShipmentDifference.MakerAsked, signature)), office.ByStaff(), CancellationToken.None));
        var finding = await office.SeeAsync(context => context.ShipmentFindings.Where(row => row.CardId == cards[1].Id).Select(row => row.Id).SingleAsync());
        return (shipment, cards[1], finding, signature);
    }

    private static Task<ConfirmNeverSent.Outcome> NeverSentAsync(TestOffice office, Guid shipment, Guid finding, SecondSignature signature) =>
        office.Staff<ConfirmNeverSent>().RunAsync(new(shipment, finding, signature), office.ByStaff(), CancellationToken.None);

    private static Task<ConfirmLostInPost.Outcome> LostAsync(TestOffice office, Guid shipment, Guid finding, SecondSignature signature, Caller? caller = null) =>
        office.Staff<ConfirmLostInPost>().RunAsync(new(shipment, finding, Wrongful: false, signature), caller ?? office.ByStaff(), CancellationToken.None);

    private static Task<(CardProgress, PlaceKind)> WhereAsync(TestOffice office, Card card) => office.SeeAsync(async context =>
    {
        var row = await context.Cards.AsNoTracking().SingleAsync(one => one.Id == card.Id);
        return (row.Progress, row.PlaceKind);
    });
}
