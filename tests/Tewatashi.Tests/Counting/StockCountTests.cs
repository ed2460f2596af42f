using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Counting;
using Tewatashi.Data;
using Tewatashi.HandOver;
using Tewatashi.Staff;
using Tewatashi.Storage;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Counting;

/// <summary>棚卸: blind, by scan, compared with the books, settled by scan.</summary>
public sealed class StockCountTests
{
    /// <summary>How the rules of counts are broken behind the use cases; each bends a closed count with findings.</summary>
    public static readonly IReadOnlyDictionary<string, Func<TewatashiContext, Task<int>>> Bent = new Dictionary<string, Func<TewatashiContext, Task<int>>>
    {
        ["棚卸の過不足は、終わった棚卸にある"] = context => context.StockCounts.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, CountState.GivenUp)),
        ["棚卸で不足としたカードは読み取られておらず、場所違いと余りは読み取られている"] = context =>
            context.CountFindings.ExecuteUpdateAsync(set => set.SetProperty(row => row.Kind, FindingKind.Extra)),
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
    public async Task Report_names_missing_misplaced_and_extra_cards_with_where_the_books_say_they_lie(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (boxes, cards) = await StoredAsync(office, 3);
        await office.StoreAsync(boxes[1], cards[2]);
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        var count = await BeginAsync(office, boxes[0]);

        await ScanAsync(office, count, cards[0].SerialNumber, cards[2].SerialNumber, SerialNumber.Parse("ZZZ999999"));
        var closed = Assert.IsType<CloseCount.Closed>(await office.Staff<CloseCount>().RunAsync(new(count), office.ByStaff(), CancellationToken.None));

        Assert.Equal(new CloseCount.Closed(Labels: 3, Missing: 1, Misplaced: 1, Extra: 1), closed);
        var report = await ReportAsync(office, count);
        Assert.Equal(
            [("MIH-000002", FindingKind.Missing), ("MIH-000003", FindingKind.Misplaced), ("ZZZ-999999", FindingKind.Extra)],
            report.Lines.Select(line => (line.SerialNumber.Display, line.Kind)));
        Assert.StartsWith(boxes[1].Value, report.Lines[1].Books, StringComparison.Ordinal);
        Assert.Equal("登録のないカード", report.Lines[2].Books);
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Scan_sent_again_or_taken_by_two_counts_once_and_none_is_lost(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (boxes, cards) = await StoredAsync(office, 3);
        var count = await BeginAsync(office, boxes[0]);
        ScanCounted.Scan[] waiting = [.. cards.Select(card => new ScanCounted.Scan(Ids.New(), card.SerialNumber))];

        // What waited for the network arrives three times at once, and a second clerk scans the same box.
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => office.Staff<ScanCounted>().RunAsync(new(count, waiting), office.ByStaff(), CancellationToken.None))
            .Append(office.Staff<ScanCounted>().RunAsync(new(count, [.. cards.Select(card => new ScanCounted.Scan(Ids.New(), card.SerialNumber))]), office.ByStaff(), CancellationToken.None)));

        Assert.Equal(3, answers.Cast<ScanCounted.Taken>().Sum(taken => taken.New));
        Assert.Equal(new CloseCount.Closed(3, 0, 0, 0), await office.Staff<CloseCount>().RunAsync(new(count), office.ByStaff(), CancellationToken.None));
        Assert.IsType<ScanCounted.NotOpen>(await office.Staff<ScanCounted>().RunAsync(new(count, waiting), office.ByStaff(), CancellationToken.None));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_clerks_who_begin_the_same_box_work_in_one_count(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (boxes, _) = await StoredAsync(office, 1);

        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => office.Staff<OpenCount>().RunAsync(new(boxes[0]), office.ByStaff(), CancellationToken.None)));

        Assert.Single(opened.Cast<OpenCount.Opened>().Select(one => one.CountId).Distinct());
        Assert.Single(opened.Cast<OpenCount.Opened>(), one => !one.Joined);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_picked_or_moved_while_its_box_is_counted_is_not_missing(Engine engine)
    {
        var day = await OpenDayAsync(engine);
        await using var office = day.Office;
        var box = day.Boxes[^1];
        var count = await BeginAsync(office, box);
        await ScanAsync(office, count, day.Cards[0].Card.SerialNumber);
        office.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.IsType<PickCard.Picked>(await day.PickAsync());
        var into = (await office.AddCardsAsync(1))[0];
        await office.StoreAsync(box, into);

        Assert.Equal(new CloseCount.Closed(1, 0, 0, 0), await office.Staff<CloseCount>().RunAsync(new(count), office.ByStaff(), CancellationToken.None));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Misplaced_card_is_moved_in_the_books_by_a_scan_of_place_and_label(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (boxes, cards) = await StoredAsync(office, 2);
        await office.StoreAsync(boxes[1], cards[1]);
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        var count = await BeginAsync(office, boxes[0]);
        await ScanAsync(office, count, cards[1].SerialNumber);
        await office.Staff<CloseCount>().RunAsync(new(count), office.ByStaff(), CancellationToken.None);

        var corrected = await SettleAsync(office, count, boxes[0], cards[1]);
        var found = await SettleAsync(office, count, boxes[0], cards[0]);

        Assert.Equal(new SettleFinding.Settled(FindingEnd.BooksCorrected, 1), corrected);
        Assert.Equal(new SettleFinding.Settled(FindingEnd.WhereBooksSay, 0), found);
        Assert.IsType<SettleFinding.NotInReport>(await SettleAsync(office, count, boxes[1], cards[1]));
        var place = await office.SeeAsync(context => context.Cards.Where(row => row.Id == cards[1].Id).Select(row => row.LocationId).SingleAsync());
        Assert.Equal(await office.SeeAsync(context => context.Locations.Where(row => row.Path == boxes[0].Value).Select(row => (Guid?)row.Id).SingleAsync()), place);
        Assert.Equal(["BooksCorrected", "WhereBooksSay"], await office.SeeAsync(context =>
            context.Audit.Where(row => row.Operation == OperationKind.SettleFinding).OrderBy(row => row.Id).Select(row => row.Outcome).ToListAsync()));
        Assert.DoesNotContain((await ReportAsync(office, count)).Lines, line => line.IsOpen);
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Difference_settled_by_two_at_once_is_settled_once(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (boxes, cards) = await StoredAsync(office, 6);
        foreach (var card in cards) await office.StoreAsync(boxes[1], card);
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        var count = await BeginAsync(office, boxes[0]);
        foreach (var card in cards) await ScanAsync(office, count, card.SerialNumber);
        await office.Staff<CloseCount>().RunAsync(new(count), office.ByStaff(), CancellationToken.None);

        foreach (var card in cards)
        {
            var settled = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => SettleAsync(office, count, boxes[0], card))));

            Assert.Single(settled.OfType<SettleFinding.Settled>());
        }

        Assert.DoesNotContain((await ReportAsync(office, count)).Lines, line => line.IsOpen);
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Extra_cards_taken_out_by_four_at_once_are_each_taken_out_once(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (boxes, _) = await StoredAsync(office, 0);
        var count = await BeginAsync(office, boxes[0]);
        for (var i = 0; i < 6; i++) await ScanAsync(office, count, SerialNumber.Parse($"ZZZ99999{i}"));
        await office.Staff<CloseCount>().RunAsync(new(count), office.ByStaff(), CancellationToken.None);

        foreach (var line in (await ReportAsync(office, count)).Lines)
        {
            var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
                office.Staff<TakeOutExtra>().RunAsync(new(count, line.FindingId), office.ByStaff(), CancellationToken.None))));

            Assert.Single(taken, one => one);
        }

        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Extra_card_is_settled_by_taking_it_out_of_the_box_once(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (boxes, _) = await StoredAsync(office, 0);
        var count = await BeginAsync(office, boxes[0]);
        await ScanAsync(office, count, SerialNumber.Parse("ZZZ999999"));
        await office.Staff<CloseCount>().RunAsync(new(count), office.ByStaff(), CancellationToken.None);
        var finding = Assert.Single((await ReportAsync(office, count)).Lines).FindingId;

        Assert.True(await office.Staff<TakeOutExtra>().RunAsync(new(count, finding), office.ByStaff(), CancellationToken.None));
        Assert.False(await office.Staff<TakeOutExtra>().RunAsync(new(count, finding), office.ByStaff(), CancellationToken.None));

        Assert.Equal(FindingEnd.TakenOut, Assert.Single((await ReportAsync(office, count)).Lines).End);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Boxes_of_the_day_are_drawn_once_as_many_as_the_rule_says_with_those_left_over(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddBoxesAsync(boxes: 6);

        var drawn = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => office.Staff<ProposeCounts>().RunAsync(office.ByStaff(), CancellationToken.None)));
        Assert.Equal(new ProposeCounts.Proposed(3, 0), Assert.Single(drawn.OfType<ProposeCounts.Proposed>()));
        Assert.Equal(2, drawn.OfType<ProposeCounts.AlreadyProposed>().Count());
        Assert.Equal(3, (await ListAsync(office)).Counts.Count);

        foreach (var one in (await ListAsync(office)).Counts.Skip(1))
        {
            var count = await BeginAsync(office, LocationPath.Parse(one.Place.Path));
            Assert.Equal(one.CountId, count);
            await office.Staff<CloseCount>().RunAsync(new(count), office.ByStaff(), CancellationToken.None);
        }

        office.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(new ProposeCounts.Proposed(2, 1), await office.Staff<ProposeCounts>().RunAsync(office.ByStaff(), CancellationToken.None));
    }

    [Fact]
    public void Lot_draws_what_was_counted_longest_ago_more_often()
    {
        var random = new Random(7);
        var lots = new[] { ("yesterday", 2.0), ("long ago", 100.0) };

        var longAgo = Enumerable.Range(0, 1000).Count(_ => CountLot.Draw(lots, 1, random) is ["long ago"]);

        Assert.InRange(longAgo, 940, 999); // 98 in 100, and the other is drawn too
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Place_is_overdue_when_its_cards_lie_longer_than_the_rule_says_without_a_count(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (boxes, cards) = await StoredAsync(office, 1);
        office.Clock.Advance(TimeSpan.FromDays(90));
        Assert.Empty((await ListAsync(office)).OverduePlaces);

        office.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal([boxes[0].Value], (await ListAsync(office)).OverduePlaces.Select(row => row.Place.Path));
        var site = await office.StaffSiteAsync(StaffRoles.Custody);
        Assert.Contains("棚卸の期限を過ぎた場所が1か所あります", (await site.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("棚卸の期限", (await (await office.StaffSiteAsync(StaffRoles.Phone)).GetAsync("/")).Text, StringComparison.Ordinal);

        var count = await BeginAsync(office, boxes[0]);
        await ScanAsync(office, count, cards[0].SerialNumber);
        await office.Staff<CloseCount>().RunAsync(new(count), office.ByStaff(), CancellationToken.None);
        Assert.Empty((await ListAsync(office)).OverduePlaces);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Full_count_plans_every_place_inside_and_leaves_those_that_have_a_count(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var boxes = await office.AddBoxesAsync(shelves: 2, boxes: 2);
        await BeginAsync(office, boxes[0]);
        var shelf = await office.SeeAsync(context => context.Locations.Where(row => row.Path == "H-V1-01").Select(row => row.Id).SingleAsync());

        Assert.Equal(new PlanFullCount.Planned(1), await office.Staff<PlanFullCount>().RunAsync(new(shelf), office.ByStaff(), CancellationToken.None));
        Assert.Equal(new PlanFullCount.Planned(2), await office.Staff<PlanFullCount>().RunAsync(new(null), office.ByStaff(), CancellationToken.None));
        Assert.IsType<PlanFullCount.Nothing>(await office.Staff<PlanFullCount>().RunAsync(new(null), office.ByStaff(), CancellationToken.None));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pages_count_blind_and_show_the_difference_only_in_the_report(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (boxes, cards) = await StoredAsync(office, 2);
        var site = await office.StaffSiteAsync(StaffRoles.Custody);

        var list = await site.GetAsync("/counts");
        var counting = await site.SubmitAsync(list, new() { ["Scan"] = ScanCode.OfLocation(boxes[0].Value) });
        Assert.Equal($"棚卸 {boxes[0].Value}", counting.Heading);
        counting = await site.SubmitAsync(counting, new() { ["Scan"] = ScanCode.OfCard(cards[0].SerialNumber.Value) }, formAction: "/counts/");
        Assert.Contains("読み取り 1枚", counting.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(cards[1].SerialNumber.Display, counting.Text, StringComparison.Ordinal);
        Assert.Equal(counting.Address.AbsolutePath, (await site.GetAsync(counting.Address.AbsolutePath + "/report")).Address.AbsolutePath);

        var report = await site.SubmitAsync(counting, formAction: "Close");
        Assert.Contains($"{cards[1].SerialNumber.Display} 不足", report.Text, StringComparison.Ordinal);
        report = await site.SubmitAsync(report, new() { ["Scan"] = ScanCode.OfLocation(boxes[0].Value) });
        report = await site.SubmitAsync(report, new() { ["Scan"] = ScanCode.OfCard(cards[1].SerialNumber.Value) });
        Assert.Contains("台帳の場所にあることを確認", report.Text, StringComparison.Ordinal);
        Assert.Contains("未解消 0枚", report.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Bends))]
    public async Task Check_finds_a_bent_count(Engine engine, string rule)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (boxes, _) = await StoredAsync(office, 1);
        var count = await BeginAsync(office, boxes[0]);
        await office.Staff<CloseCount>().RunAsync(new(count), office.ByStaff(), CancellationToken.None);
        await AssertSoundAsync(office);

        Assert.NotEqual(0, await office.Staff<Database>().UnrecordedAsync(office.Municipality, Bent[rule]));

        Assert.Contains(rule, (await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None)).Violations.Select(row => row.Invariant));
    }

    /// <summary>Boxes of which the first holds so many cards.</summary>
    internal static async Task<(IReadOnlyList<LocationPath> Boxes, IReadOnlyList<Card> Cards)> StoredAsync(TestOffice office, int count)
    {
        var boxes = await office.AddBoxesAsync();
        var cards = count == 0 ? [] : await office.AddCardsAsync(count);
        foreach (var card in cards) Assert.IsType<StoreCard.Stored>(await office.StoreAsync(boxes[0], card));
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        return (boxes, cards);
    }

    internal static async Task<Guid> BeginAsync(TestOffice office, LocationPath box) =>
        Assert.IsType<OpenCount.Opened>(await office.Staff<OpenCount>().RunAsync(new(box), office.ByStaff(), CancellationToken.None)).CountId;

    internal static Task<ScanCounted.Outcome> ScanAsync(TestOffice office, Guid count, params SerialNumber[] labels) =>
        office.Staff<ScanCounted>().RunAsync(new(count, [.. labels.Select(label => new ScanCounted.Scan(Ids.New(), label))]), office.ByStaff(), CancellationToken.None);

    private static async Task<TestDay> OpenDayAsync(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        day.At(9, 0);
        return day;
    }

    private static Task<SettleFinding.Outcome> SettleAsync(TestOffice office, Guid count, LocationPath box, Card card) =>
        office.Staff<SettleFinding>().RunAsync(new(count, box, card.SerialNumber), office.ByStaff(), CancellationToken.None);

    private static async Task<ViewCountReport.Shown> ReportAsync(TestOffice office, Guid count) =>
        Assert.IsType<ViewCountReport.Shown>(await office.Staff<ViewCountReport>().RunAsync(new(count), office.ByStaff(), CancellationToken.None));

    private static Task<ListCounts.View> ListAsync(TestOffice office) => office.Staff<ListCounts>().RunAsync(office.Municipality, CancellationToken.None);

    private static async Task AssertSoundAsync(TestOffice office) =>
        Assert.Empty((await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None)).Violations);
}
