using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.HandOver;
using Tewatashi.Parcels;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.Storage;
using Tewatashi.Testing;
using Tewatashi.Tests.Reservations;
using Tewatashi.Tests.Transfers;
using Tewatashi.Transfers;

namespace Tewatashi.Tests.Parcels;

/// <summary>移送便: packed by scan, received by scan, and what differs is signed by two.</summary>
public sealed class ParcelTests
{
    private static readonly DateOnly Day = new(2026, 12, 2);
    private static readonly TimeOnly Ten = new(10, 0);

    /// <summary>How the rules of parcels are broken behind the use cases; each bends a parcel on its way.</summary>
    public static readonly IReadOnlyDictionary<string, Func<TewatashiContext, Task<int>>> Bent = new Dictionary<string, Func<TewatashiContext, Task<int>>>
    {
        ["移送中のカードは、終わっていない移送便1つに入っている"] = context => EndLinesAsync(context, ParcelLineState.Unpacked),
        ["終わった移送便に、届くのを待つカードはない"] = CloseAsync,
        ["過不足のある移送便だけが、二人の確認で終わっている"] = async context => await CloseAsync(context) + await EndLinesAsync(context, ParcelLineState.Missing),
    };

    public static TheoryData<Engine, string> Bends
    {
        get
        {
            var data = new TheoryData<Engine, string>();
            foreach (var name in Bent.Keys)
            {
                data.Add(Engine.Sqlite, name);
                data.Add(Engine.Postgres, name);
            }

            return data;
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Booked_card_travels_by_scan_and_lies_in_the_other_office_on_the_day(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var offices = await office.TwoOfficesAsync(cards: 1);
        var label = offices.Cards[0].Card.SerialNumber;
        await office.BookForCallerAsync(offices.Cards[0].Id, offices.Far, Day, Ten);
        var parcel = await office.OpenParcelAsync(offices, ordersByScan: false);

        Assert.Equal(1, Assert.IsType<PackCard.PackedIn>(await office.PackAsync(parcel, label)).Packed);
        Assert.IsType<PackCard.AlreadyPacked>(await office.PackAsync(parcel, label));
        Assert.Equal(PlaceKind.Transit, (await CardAsync(office, label)).PlaceKind);
        Assert.Equal(["便の中"], await TransferOrderTests.StandsAsync(office));
        await AssertSoundAsync(office);

        Assert.Equal(new SendParcel.Sent(1, new DateOnly(2026, 11, 26)), await office.Staff<SendParcel>().RunAsync(new(parcel), office.ByStaff(), CancellationToken.None));
        Assert.IsType<PackCard.NotPacking>(await office.PackAsync(parcel, label));
        Assert.IsType<ShelveParcelCard.NotReceived>(await office.ShelveAsync(parcel, offices.FarBoxes[0], label));
        Assert.True(await office.Staff<ReceiveParcel>().RunAsync(new(parcel), office.ByStaff(), CancellationToken.None));
        Assert.False(await office.Staff<ReceiveParcel>().RunAsync(new(parcel), office.ByStaff(), CancellationToken.None));

        Assert.Equal(ParcelPlace.Refusal.OtherOffice, Assert.IsType<ShelveParcelCard.NotThere>(await office.ShelveAsync(parcel, offices.NearBoxes[0], label)).Why);
        Assert.Equal(0, Assert.IsType<ShelveParcelCard.Arrived>(await office.ShelveAsync(parcel, offices.FarBoxes[0], label)).Left);
        Assert.IsType<ShelveParcelCard.AlreadyArrived>(await office.ShelveAsync(parcel, offices.FarBoxes[1], label));
        Assert.IsType<CloseParcel.Closed>(await office.Staff<CloseParcel>().RunAsync(new(parcel), office.ByStaff(), CancellationToken.None));

        Assert.Equal(TransferState.Arrived, await office.SeeAsync(context => context.TransferOrders.Select(row => row.State).SingleAsync()));
        Assert.Single((await office.Staff<SeePickList>().RunAsync(new(Day, offices.Far.Id), office.ByStaff(), CancellationToken.None)).ToPick);
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Wrong_card_is_refused_by_name_and_recorded(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var offices = await office.TwoOfficesAsync(cards: 6);
        var labels = offices.Cards.Select(card => card.Card.SerialNumber).ToList();
        await office.BookForCallerAsync(offices.Cards[1].Id, offices.Near, Day, Ten);
        await office.Staff<SuspendCard>().RunAsync(new(offices.Cards[2].Id, Suspension.Hospitalised), office.ByStaff(), CancellationToken.None);
        var fresh = (await office.AddCardsAsync(1, CardProgress.Inspected))[0];
        await office.StoreAsync(offices.NearBoxes[0], fresh);
        var table = (await office.AddCardsAsync(1))[0];
        await office.StoreAsync(offices.FarBoxes[0], offices.Cards[4].Card);
        var other = await office.OpenParcelAsync(offices);
        await office.PackAsync(other, labels[5]);
        var strict = await office.OpenParcelAsync(offices, ordersByScan: false);
        var open = await office.OpenParcelAsync(offices);

        Assert.IsType<PackCard.NotOrdered>(await office.PackAsync(strict, labels[0]));
        Assert.Equal(new PackCard.BookedElsewhere("庁舎H", Day), await office.PackAsync(open, labels[1]));
        Assert.IsType<PackCard.Suspended>(await office.PackAsync(open, labels[2]));
        Assert.IsType<PackCard.NotPrepared>(await office.PackAsync(open, fresh.SerialNumber));
        Assert.Equal(new PackCard.Elsewhere(PlaceKind.None), await office.PackAsync(open, table.SerialNumber));
        Assert.Equal(new PackCard.LiesInOtherOffice("庁舎B"), await office.PackAsync(open, labels[4]));
        Assert.IsType<PackCard.OtherParcel>(await office.PackAsync(open, labels[5]));
        Assert.IsType<PackCard.UnknownCard>(await office.PackAsync(open, SerialNumber.Parse("ZZZ999999")));

        Assert.Equal(8, await office.SeeAsync(context => context.Audit.CountAsync(row => row.Operation == OperationKind.PackCard && row.Outcome == "WrongCard")));
        Assert.Equal(1, await office.SeeAsync(context => context.ParcelLines.CountAsync()));
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Difference_names_what_is_missing_and_extra_and_takes_a_second_person(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var offices = await office.TwoOfficesAsync(cards: 3);
        var (second, signature) = await office.AddSecondAsync();
        var parcel = await office.ReceivedParcelAsync(offices, offices.Cards[0], offices.Cards[1]);
        await office.ShelveAsync(parcel, offices.FarBoxes[0], offices.Cards[0].Card.SerialNumber);
        Assert.Equal(new ShelveParcelCard.Extra(Known: true), await office.ShelveAsync(parcel, offices.FarBoxes[0], offices.Cards[2].Card.SerialNumber));
        Assert.Equal(new ShelveParcelCard.Extra(Known: true), await office.ShelveAsync(parcel, offices.FarBoxes[0], offices.Cards[2].Card.SerialNumber));
        Assert.Equal(new ShelveParcelCard.Extra(Known: false), await office.ShelveAsync(parcel, offices.FarBoxes[0], SerialNumber.Parse("ZZZ999999")));

        var differs = Assert.IsType<CloseParcel.Differs>(await office.Staff<CloseParcel>().RunAsync(new(parcel), office.ByStaff(), CancellationToken.None));
        Assert.Equal(["MIH-000002"], differs.Missing.Select(serial => serial.Display));
        Assert.Equal(["MIH-000003", "ZZZ-999999"], differs.Extra.Select(serial => serial.Display));

        Assert.IsType<SignDifference.SecondRefused>(await SignAsync(new(signature.UserId, "ちがう合言葉ですよ")));
        Assert.IsType<SignDifference.SamePerson>(await office.Staff<SignDifference>().RunAsync(
            new(parcel, signature), office.ByStaff() with { Actor = Actor.Staff(second.Id, "Counter") }, CancellationToken.None));
        Assert.Equal(PlaceKind.Transit, (await CardAsync(office, offices.Cards[1].Card.SerialNumber)).PlaceKind);

        var form = office.ByStaff();
        Assert.Equal(new SignDifference.Signed(1, 2), await office.Staff<SignDifference>().RunAsync(new(parcel, signature), form, CancellationToken.None));
        Assert.Equal(new SignDifference.Signed(1, 2), await office.Staff<SignDifference>().RunAsync(new(parcel, signature), form, CancellationToken.None));
        Assert.IsType<SignDifference.NotOpen>(await SignAsync(signature));

        Assert.Equal(PlaceKind.Missing, (await CardAsync(office, offices.Cards[1].Card.SerialNumber)).PlaceKind);
        Assert.Equal(PlaceKind.Storage, (await CardAsync(office, offices.Cards[2].Card.SerialNumber)).PlaceKind);
        Assert.Equal(second.DisplayName, (await office.Staff<SeeParcel>().RunAsync(new(parcel), office.ByStaff(), CancellationToken.None))!.SignedBy);
        await AssertSoundAsync(office);

        Task<SignDifference.Outcome> SignAsync(SecondSignature by) => office.Staff<SignDifference>().RunAsync(new(parcel, by), office.ByStaff(), CancellationToken.None);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Parcel_that_balances_is_not_signed_and_one_that_never_came_is(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var offices = await office.TwoOfficesAsync(cards: 2);
        var (_, signature) = await office.AddSecondAsync();
        var arrived = await office.ReceivedParcelAsync(offices, offices.Cards[0]);
        await office.ShelveAsync(arrived, offices.FarBoxes[0], offices.Cards[0].Card.SerialNumber);
        var lost = await office.SentParcelAsync(offices, offices.Cards[1]);

        Assert.IsType<SignDifference.Balanced>(await office.Staff<SignDifference>().RunAsync(new(arrived, signature), office.ByStaff(), CancellationToken.None));
        Assert.Equal(new SignDifference.Signed(1, 0), await office.Staff<SignDifference>().RunAsync(new(lost, signature), office.ByStaff(), CancellationToken.None));

        Assert.Null(await office.SeeAsync(context => context.Parcels.Where(row => row.Id == lost).Select(row => row.ReceivedAt).SingleAsync()));
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_clerks_who_pack_one_card_into_two_parcels_leave_it_in_one(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var offices = await office.TwoOfficesAsync(cards: 3);
        var parcels = new[] { await office.OpenParcelAsync(offices), await office.OpenParcelAsync(offices) };

        foreach (var card in offices.Cards)
        {
            var tries = await Task.WhenAll(Enumerable.Range(0, 4).Select(turn => office.PackAsync(parcels[turn % 2], card.Card.SerialNumber)));
            Assert.Single(tries.OfType<PackCard.PackedIn>());
            Assert.All(tries.Where(one => one is not PackCard.PackedIn), one => Assert.True(one is PackCard.AlreadyPacked or PackCard.OtherParcel));
        }

        Assert.Equal(3, await office.SeeAsync(context => context.ParcelLines.CountAsync()));
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_packed_while_the_parcel_is_sent_is_in_it_or_stays_on_the_shelf(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var offices = await office.TwoOfficesAsync(cards: 2);
        var parcel = await office.OpenParcelAsync(offices);
        await office.PackAsync(parcel, offices.Cards[0].Card.SerialNumber);

        var sending = office.Staff<SendParcel>().RunAsync(new(parcel), office.ByStaff(), CancellationToken.None);
        var packing = office.PackAsync(parcel, offices.Cards[1].Card.SerialNumber);
        var (sent, packed) = (Assert.IsType<SendParcel.Sent>(await sending), await packing);

        Assert.Equal(packed is PackCard.PackedIn ? 2 : 1, sent.Cards);
        Assert.Equal(packed is PackCard.PackedIn ? PlaceKind.Transit : PlaceKind.Storage, (await CardAsync(office, offices.Cards[1].Card.SerialNumber)).PlaceKind);
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_clerks_who_scan_one_card_in_the_other_office_put_it_into_one_box_and_never_over_full(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var offices = await office.TwoOfficesAsync(cards: 3, capacity: 3);
        await office.Staff<ChangeLocation>().RunAsync(await ChangeToAsync(office, offices.FarBoxes[0], capacity: 1), office.ByStaff(), CancellationToken.None);
        var parcel = await office.ReceivedParcelAsync(offices, [.. offices.Cards]);

        var tries = await Task.WhenAll(offices.Cards.SelectMany(card => offices.FarBoxes.Select(box => office.ShelveAsync(parcel, box, card.Card.SerialNumber))));

        Assert.Equal(3, tries.OfType<ShelveParcelCard.Arrived>().Select(arrived => arrived.CardId).Distinct().Count());
        Assert.Equal(3, tries.OfType<ShelveParcelCard.Arrived>().Count());
        Assert.IsType<CloseParcel.Closed>(await office.Staff<CloseParcel>().RunAsync(new(parcel), office.ByStaff(), CancellationToken.None));
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_is_ordered_over_by_scan_and_the_order_is_called_off_until_it_is_packed(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var offices = await office.TwoOfficesAsync(cards: 2);
        var (free, booked) = (offices.Cards[0], offices.Cards[1]);
        await office.BookForCallerAsync(booked.Id, offices.Near, Day, Ten);

        Assert.Equal("庁舎H", Assert.IsType<OrderTransfer.Ordered>(await OrderAsync(free, offices.Far.BuildingId)).From);
        Assert.IsType<OrderTransfer.AlreadyOrdered>(await OrderAsync(free, offices.Far.BuildingId));
        Assert.IsType<OrderTransfer.AlreadyThere>(await OrderAsync(free, offices.Near.BuildingId));
        Assert.Equal(new OrderTransfer.BookedElsewhere("庁舎H", Day), await OrderAsync(booked, offices.Far.BuildingId));
        await AssertSoundAsync(office);

        Assert.True(await CallOffAsync());
        Assert.IsType<OrderTransfer.Ordered>(await OrderAsync(free, offices.Far.BuildingId));
        var parcel = await office.OpenParcelAsync(offices, ordersByScan: false);
        Assert.IsType<PackCard.PackedIn>(await office.PackAsync(parcel, free.Card.SerialNumber));
        Assert.False(await CallOffAsync());

        Task<OrderTransfer.Outcome> OrderAsync(NotifiedCard card, Guid to) => office.Staff<OrderTransfer>().RunAsync(new(to, card.Card.SerialNumber), office.ByStaff(), CancellationToken.None);

        async Task<bool> CallOffAsync() => await office.Staff<CallOffTransfer>().RunAsync(
            new(await office.SeeAsync(context => context.TransferOrders.Where(row => row.State == TransferState.Ordered).Select(row => row.Id).SingleAsync())), office.ByStaff(), CancellationToken.None);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Transfer_ordered_by_many_at_once_is_ordered_once(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var offices = await office.TwoOfficesAsync(1);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() =>
            office.Staff<OrderTransfer>().RunAsync(new(offices.Far.BuildingId, offices.Cards[0].Card.SerialNumber), office.ByStaff(), CancellationToken.None))));

        Assert.Single(outcomes.OfType<OrderTransfer.Ordered>());
        Assert.Equal(5, outcomes.OfType<OrderTransfer.AlreadyOrdered>().Count());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_taken_out_of_one_parcel_while_it_is_scanned_into_another_is_in_one_place(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var offices = await office.TwoOfficesAsync(cards: 12);
        var (one, other) = (await office.OpenParcelAsync(offices), await office.OpenParcelAsync(offices));
        foreach (var card in offices.Cards) Assert.IsType<PackCard.PackedIn>(await office.PackAsync(one, card.Card.SerialNumber));

        var unpack = Task.WhenAll(offices.Cards.Select(card => Task.Run(() =>
            office.Staff<UnpackCard>().RunAsync(new(one, offices.NearBoxes[1], card.Card.SerialNumber), office.ByStaff(), CancellationToken.None))));
        var pack = Task.WhenAll(offices.Cards.Select(card => Task.Run(() => office.PackAsync(other, card.Card.SerialNumber))));

        Assert.All(await unpack, outcome => Assert.IsType<UnpackCard.Unpacked>(outcome));
        Assert.All(await pack, outcome => Assert.True(outcome is PackCard.PackedIn or PackCard.OtherParcel, outcome.ToString()));
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_goes_out_of_a_parcel_that_has_not_left_and_an_empty_one_is_given_up(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var offices = await office.TwoOfficesAsync(cards: 1);
        var label = offices.Cards[0].Card.SerialNumber;
        var parcel = await office.OpenParcelAsync(offices);
        await office.PackAsync(parcel, label);

        Assert.Equal(new GiveUpParcel.NotEmpty(1), await GiveUpAsync());
        Assert.Equal(ParcelPlace.Refusal.OtherOffice, Assert.IsType<UnpackCard.NotThere>(await UnpackAsync(offices.FarBoxes[0])).Why);
        Assert.Equal(0, Assert.IsType<UnpackCard.Unpacked>(await UnpackAsync(offices.NearBoxes[1])).Packed);
        Assert.IsType<UnpackCard.NotInParcel>(await UnpackAsync(offices.NearBoxes[1]));
        Assert.IsType<SendParcel.Empty>(await office.Staff<SendParcel>().RunAsync(new(parcel), office.ByStaff(), CancellationToken.None));
        Assert.IsType<GiveUpParcel.GivenUp>(await GiveUpAsync());
        Assert.IsType<PackCard.NotPacking>(await office.PackAsync(parcel, label));
        await AssertSoundAsync(office);

        Task<UnpackCard.Outcome> UnpackAsync(LocationPath box) => office.Staff<UnpackCard>().RunAsync(new(parcel, box, label), office.ByStaff(), CancellationToken.None);

        Task<GiveUpParcel.Outcome> GiveUpAsync() => office.Staff<GiveUpParcel>().RunAsync(new(parcel), office.ByStaff(), CancellationToken.None);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_booked_at_another_office_while_it_travels_is_ordered_on(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var offices = await office.TwoOfficesAsync(cards: 1);
        var parcel = await office.ReceivedParcelAsync(offices, offices.Cards[0]);
        Assert.IsType<BookForCaller.Booked>(await office.BookForCallerAsync(offices.Cards[0].Id, offices.Near, Day, Ten));

        Assert.Equal("庁舎H", Assert.IsType<ShelveParcelCard.Arrived>(await office.ShelveAsync(parcel, offices.FarBoxes[0], offices.Cards[0].Card.SerialNumber)).BookedAt);

        var order = await office.SeeAsync(context => context.TransferOrders.AsNoTracking().SingleAsync(row => row.State == TransferState.Ordered));
        Assert.Equal((offices.Far.BuildingId, offices.Near.BuildingId, Day), (order.FromBuildingId, order.ToBuildingId, order.NeededOn));
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_shelved_while_its_booking_elsewhere_is_moved_or_cancelled_is_ordered_on_only_where_somebody_waits(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var offices = await office.TwoOfficesAsync(24);
        var parcel = await office.ReceivedParcelAsync(offices, [.. offices.Cards]);
        var visits = new List<Guid>();
        foreach (var (i, card) in offices.Cards.Index())
            visits.Add(Assert.IsType<BookForCaller.Booked>(await office.BookForCallerAsync(card.Id, offices.Near, new(2026, 12, 9), At(i))).VisitId);

        var shelve = Task.WhenAll(offices.Cards.Select(card => Task.Run(() => office.ShelveAsync(parcel, offices.FarBoxes[0], card.Card.SerialNumber))));
        var change = Task.WhenAll(visits.Select((visit, i) => Task.Run(async () =>
        {
            if (i % 2 == 0) await office.Staff<CancelVisit>().RunAsync(new(visit), office.ByStaff(), CancellationToken.None);
            else await office.Staff<ChangeVisit>().RunAsync(new(visit, offices.Near.Id, new(2026, 12, 10), At(i)), office.ByStaff(), CancellationToken.None);
        })));
        await Task.WhenAll(shelve, change);

        Assert.All(await shelve, outcome => Assert.IsType<ShelveParcelCard.Arrived>(outcome));
        await AssertSoundAsync(office);

        static TimeOnly At(int number) => new TimeOnly(9, 0).AddMinutes(15 * (number / 2));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Parcel_is_overdue_after_the_business_days_of_the_rule_and_the_first_page_says_so(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var offices = await office.TwoOfficesAsync(cards: 1);
        await EarliestDayTests.ChangeSettingsAsync(office, settings => settings.TransferBusinessDays = 1);
        await office.SentParcelAsync(offices, offices.Cards[0]);
        office.Clock.Advance(TimeSpan.FromDays(1));
        Assert.DoesNotContain("届く日を過ぎた", (await TodayAsync(StaffRoles.Custody)).Text, StringComparison.Ordinal);

        office.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Contains("届く日を過ぎた移送便が1便あります", (await TodayAsync(StaffRoles.Custody)).Text, StringComparison.Ordinal);
        Assert.Contains("届く日を過ぎた移送便が1便あります", (await (await office.StaffSiteAsync(StaffRoles.Custody)).GetAsync("/transfers")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("届く日を過ぎた", (await TodayAsync(StaffRoles.Phone)).Text, StringComparison.Ordinal);

        // Signed in anew each time: a session does not last over night.
        async Task<TestPage> TodayAsync(StaffRoles roles)
        {
            var page = await (await office.StaffSiteAsync(roles)).GetAsync("/");
            Assert.Equal("今日", page.Heading);
            return page;
        }
    }

    [Theory, MemberData(nameof(Bends))]
    public async Task Check_finds_a_bent_parcel(Engine engine, string rule)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var offices = await office.TwoOfficesAsync(cards: 1);
        await office.SentParcelAsync(offices, offices.Cards[0]);
        await AssertSoundAsync(office);

        Assert.NotEqual(0, await office.Staff<Database>().UnrecordedAsync(office.Municipality, Bent[rule]));

        Assert.Contains(rule, (await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None)).Violations.Select(row => row.Invariant));
    }

    private static Task<int> EndLinesAsync(TewatashiContext context, ParcelLineState state) => context.ParcelLines.ExecuteUpdateAsync(set => set
        .SetProperty(row => row.State, state)
        .SetProperty(row => row.EndedAt, DateTimeOffset.UnixEpoch));

    private static Task<int> CloseAsync(TewatashiContext context) => context.Parcels.ExecuteUpdateAsync(set => set
        .SetProperty(row => row.State, ParcelState.Closed)
        .SetProperty(row => row.EndedAt, DateTimeOffset.UnixEpoch));

    private static async Task<ChangeLocation.Request> ChangeToAsync(TestOffice office, LocationPath box, int capacity)
    {
        var location = await office.SeeAsync(context => context.Locations.AsNoTracking().SingleAsync(row => row.Path == box.Value));
        return new(location.Id, location.Version, location.Name, capacity, Retired: false);
    }

    private static Task<Card> CardAsync(TestOffice office, SerialNumber label) => office.SeeAsync(context => context.Cards.AsNoTracking().SingleAsync(row => row.SerialNumber == label));

    internal static async Task AssertSoundAsync(TestOffice office) =>
        Assert.Empty((await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None)).Violations);
}
