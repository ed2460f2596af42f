using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Counting;
using Tewatashi.Data;
using Tewatashi.HandOver;
using Tewatashi.Incidents;
using Tewatashi.Missing;
using Tewatashi.Notices;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Calls;
using Tewatashi.Staff;
using Tewatashi.Storage;
using Tewatashi.Testing;
using Tewatashi.Tests.Counting;
using Tewatashi.Tests.Disposal;

namespace Tewatashi.Tests.Missing;

/// <summary>所在不明: begun, looked for with hints, found by scan or confirmed as lost by two.</summary>
public sealed class MissingCardTests
{
    /// <summary>How the rules of searches are broken behind the use cases; each bends an office with a missing and a lost card.</summary>
    public static readonly IReadOnlyDictionary<string, Func<TewatashiContext, Task<int>>> Bent = new Dictionary<string, Func<TewatashiContext, Task<int>>>
    {
        ["所在不明のカードは、捜索中か紛失確定である"] = context => context.MissingCards.Where(row => row.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, DateTimeOffset.UnixEpoch).SetProperty(row => row.EndReason, MissingEnd.Found)),
        ["紛失確定のカードには、事故の記録がある"] = context => context.Cards.Where(row => row.Progress == CardProgress.Prepared && row.PlaceKind == PlaceKind.Missing)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Progress, CardProgress.Lost)),
    };

    public static TheoryData<Engine, string> Bends => DisposalTests.OnBoth(Bent.Keys);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_missed_at_picking_while_booked_tells_staff_keeps_the_booking_and_marks_it(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;
        day.At(9, 0);

        var missed = Assert.IsType<MissCard.Missed>(await MissAsync(office, day.Cards[0].Id));

        Assert.Equal(day.Day, missed.Booking?.Day);
        Assert.Equal((CardProgress.Prepared, Place.Missing), ((await day.CardAsync()).Progress, (await day.CardAsync()).Place));
        Assert.Equal(ReservationState.Booked, (await day.ReservationAsync()).State);
        Assert.Equal(CallReason.CardOnHold, (await office.SeeAsync(context => context.Calls.SingleAsync())).Reason);
        Assert.Equal(PickState.Missing, Assert.Single((await office.Staff<SeePickList>().RunAsync(new(day.Day, null), office.ByStaff(), CancellationToken.None)).Problems).State);
        Assert.Equal((1, 1), await office.Staff<CountMissing>().RunAsync(office.Municipality, CancellationToken.None));
        Assert.IsType<MissCard.AlreadyMissing>(await MissAsync(office, day.Cards[0].Id));
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Found_card_goes_into_the_scanned_box_and_nobody_needs_to_be_called_any_more(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;
        day.At(9, 0);
        var missed = Assert.IsType<MissCard.Missed>(await MissAsync(office, day.Cards[0].Id));
        day.At(9, 20);

        var found = Assert.IsType<FindMissingCard.Found>(await FindAsync(office, day.Boxes[0], day.Cards[0].Card));

        Assert.Equal(day.Day, found.Booking?.Day);
        Assert.Equal(PlaceKind.Storage, (await day.CardAsync()).PlaceKind);
        Assert.Equal(CallState.Withdrawn, (await office.SeeAsync(context => context.Calls.SingleAsync())).State);
        Assert.Equal(MissingEnd.Found, (await office.SeeAsync(context => context.MissingCards.SingleAsync(row => row.Id == missed.SearchId))).EndReason);
        Assert.IsType<FindMissingCard.NotMissing>(await FindAsync(office, day.Boxes[0], day.Cards[0].Card));
        Assert.IsType<PickCard.Picked>(await day.PickAsync());
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_missing_from_a_tray_is_found_and_one_that_is_not_ours_cannot_be_missed(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;
        day.At(9, 0);
        await day.PickAsync();
        var expected = (await office.AddCardsAsync(1, CardProgress.Received))[0];

        Assert.IsType<MissCard.Missed>(await MissAsync(office, day.Cards[0].Id, MissingReason.InTray));
        Assert.Equal(new MissCard.NotOurs(CardProgress.Received, PlaceKind.None), await MissAsync(office, expected.Id));
        Assert.IsType<MissCard.NotFound>(await MissAsync(office, Ids.New()));
        day.At(9, 30);
        Assert.IsType<FindMissingCard.Found>(await FindAsync(office, day.Boxes[1], day.Cards[0].Card));
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Search_shows_the_last_place_by_whom_the_last_ten_moves_and_the_boxes_worth_a_look(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var boxes = await office.AddBoxesAsync(boxes: 5);
        var mover = await office.AddStaffAsync("mover", StaffRoles.Custody);
        var cards = await office.AddCardsAsync(2);
        var by = office.By(mover.Id);
        await office.Staff<StoreCard>().RunAsync(new(boxes[4], cards[0].SerialNumber), by, CancellationToken.None);
        office.Clock.Advance(TimeSpan.FromDays(1));
        foreach (var (card, box) in new[] { (cards[0], boxes[1]), (cards[1], boxes[3]) })
            await office.Staff<StoreCard>().RunAsync(new(box, card.SerialNumber), by, CancellationToken.None);
        for (var i = 0; i < 10; i++)
        {
            office.Clock.Advance(TimeSpan.FromHours(1));
            await office.Staff<StoreCard>().RunAsync(new(boxes[i % 2 == 0 ? 2 : 1], cards[0].SerialNumber), by, CancellationToken.None);
        }

        var last = office.Clock.GetUtcNow();
        await office.Staff<StoreCard>().RunAsync(new(boxes[3], (await office.AddCardsAsync(1))[0].SerialNumber), by, CancellationToken.None);
        office.Clock.Advance(TimeSpan.FromHours(1));
        var missed = Assert.IsType<MissCard.Missed>(await MissAsync(office, cards[0].Id));

        var view = await SeeAsync(office, missed.SearchId);

        Assert.StartsWith(boxes[1].Value, view.LastPlace, StringComparison.Ordinal);
        Assert.Equal((last, mover.DisplayName), (view.LastSeen!.At, view.LastSeen.Who));
        Assert.Equal(10, view.Steps.Count);
        Assert.Equal("所在不明", view.Steps[0].To);
        Assert.Equal(
            [(boxes[1].Value, SearchHint.LastSeen), (boxes[3].Value, SearchHint.MovedAlong), (boxes[0].Value, SearchHint.Beside), (boxes[2].Value, SearchHint.Beside)],
            view.Looks.Select(look => (look.Place.Split(' ')[0], look.Why)));
        Assert.Contains("Viewed", await office.SeeAsync(context => context.Audit.Where(row => row.Operation == OperationKind.ViewSearch && row.SubjectId == cards[0].Id).Select(row => row.Outcome).ToListAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Missing_card_of_a_count_settles_its_finding_and_a_settled_one_begins_no_search(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (boxes, cards) = await StockCountTests.StoredAsync(office, 2);
        var count = await StockCountTests.BeginAsync(office, boxes[0]);
        await office.Staff<CloseCount>().RunAsync(new(count), office.ByStaff(), CancellationToken.None);
        var findings = await office.SeeAsync(context => context.CountFindings.ToDictionaryAsync(row => row.CardId!.Value, row => row.Id));
        await office.Staff<SettleFinding>().RunAsync(new(count, boxes[0], cards[1].SerialNumber), office.ByStaff(), CancellationToken.None);

        var missed = await office.Staff<MissCard>().RunAsync(new(cards[0].Id, MissingReason.AtCount, findings[cards[0].Id]), office.ByStaff(), CancellationToken.None);
        var settled = await office.Staff<MissCard>().RunAsync(new(cards[1].Id, MissingReason.AtCount, findings[cards[1].Id]), office.ByStaff(), CancellationToken.None);

        Assert.IsType<MissCard.Missed>(missed);
        Assert.IsType<MissCard.FindingSettled>(settled);
        Assert.Equal(FindingEnd.SearchBegun, (await office.SeeAsync(context => context.CountFindings.SingleAsync(row => row.CardId == cards[0].Id))).EndReason);
        Assert.Equal(PlaceKind.Storage, (await office.SeeAsync(context => context.Cards.SingleAsync(row => row.Id == cards[1].Id))).PlaceKind);
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Loss_is_confirmed_by_two_ends_card_and_notice_and_begins_an_incident(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddBoxesAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var (second, signature) = await office.AddSecondAsync(StaffRoles.Custody);
        var missed = Assert.IsType<MissCard.Missed>(await MissAsync(office, card.Id));
        var known = office.Today;
        office.Clock.Advance(TimeSpan.FromDays(3));

        Assert.IsType<ConfirmLost.SecondRefused>(await ConfirmAsync(office, missed.SearchId, signature with { Password = "ちがう合言葉ですよ" }));
        Assert.IsType<ConfirmLost.SamePerson>(await ConfirmAsync(office, missed.SearchId, signature, second.Id));
        var lost = Assert.IsType<ConfirmLost.Lost>(await ConfirmAsync(office, missed.SearchId, signature));

        var after = await office.SeeAsync(context => context.Cards.SingleAsync(row => row.Id == card.Id));
        Assert.Equal((CardProgress.Lost, PlaceKind.Missing), (after.Progress, after.PlaceKind));
        Assert.Equal(NoticeState.Withdrawn, (await office.SeeAsync(context => context.Notices.SingleAsync())).State);
        var incident = await office.SeeAsync(context => context.Incidents.SingleAsync());
        Assert.Equal((lost.IncidentId, IncidentKind.CardLost, known, card.Id, second.Id), (incident.Id, incident.Kind, incident.KnownOn, incident.CardId, incident.SecondId));
        Assert.IsType<ConfirmLost.NotRunning>(await ConfirmAsync(office, missed.SearchId, signature));
        Assert.IsType<FindMissingCard.WasLost>(await FindAsync(office, LocationPath.Parse("H-V1-01-01"), card.Card));
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Loss_of_a_booked_card_waits_until_the_booking_is_cancelled(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;
        var (_, signature) = await office.AddSecondAsync(StaffRoles.Custody);
        var missed = Assert.IsType<MissCard.Missed>(await MissAsync(office, day.Cards[0].Id));

        Assert.Equal(day.Day, Assert.IsType<ConfirmLost.StillBooked>(await ConfirmAsync(office, missed.SearchId, signature)).Booking.Day);
        Assert.Equal(CardProgress.Prepared, (await day.CardAsync()).Progress);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_clerks_who_miss_one_card_begin_one_search(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (_, cards) = await StockCountTests.StoredAsync(office, 1);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => MissAsync(office, cards[0].Id))));

        Assert.Single(outcomes.OfType<MissCard.Missed>());
        Assert.Equal(3, outcomes.OfType<MissCard.AlreadyMissing>().Count());
        Assert.Equal(1, await office.SeeAsync(context => context.MissingCards.CountAsync()));
    }

    [Theory, MemberData(nameof(Bends))]
    public async Task Check_finds_a_bent_search(Engine engine, string rule)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (_, cards) = await StockCountTests.StoredAsync(office, 1);
        await MissAsync(office, cards[0].Id);
        await AssertSoundAsync(office);

        Assert.NotEqual(0, await office.Staff<Database>().UnrecordedAsync(office.Municipality, Bent[rule]));

        Assert.Contains(rule, (await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None)).Violations.Select(row => row.Invariant));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pages_lead_from_the_pick_list_to_the_search_and_by_scan_back_into_a_box(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;
        day.At(9, 0);
        var site = await office.StaffSiteAsync(StaffRoles.Custody);
        var serial = day.Cards[0].Card.SerialNumber;
        var link = (await site.GetAsync($"/picks/{day.Day:yyyy-MM-dd}")).Document.QuerySelector("a[href^='/missing/new/']")!.GetAttribute("href")!;

        var ask = await site.GetAsync(link);
        var search = await site.SubmitAsync(ask, formAction: "/missing/new");

        Assert.Contains("予約があります", ask.Text, StringComparison.Ordinal);
        Assert.Contains("所在不明にしました", search.Text, StringComparison.Ordinal);
        Assert.Contains(day.Boxes[^1].Value, search.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(TestCards.NamesOf(day.Cards[0].Card.Ordinal).KanaName!.Display, search.Text, StringComparison.Ordinal);
        Assert.Contains("所在不明のカードが1枚あります(予約あり1枚)", (await site.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains(serial.Display, (await (await office.StaffSiteAsync(StaffRoles.Phone)).GetAsync("/calls")).Text, StringComparison.Ordinal);

        var boxed = await site.SubmitAsync(search, new() { ["Scan"] = ScanCode.OfLocation(day.Boxes[0].Value) });
        var found = await site.SubmitAsync(boxed, new() { ["Scan"] = ScanCode.OfCard(serial.Value) });
        Assert.Contains("見つかりました", found.Text, StringComparison.Ordinal);
        Assert.Contains("見つかったことを伝えてください", found.Text, StringComparison.Ordinal);
        Assert.Contains("所在不明のカードはありません", (await site.GetAsync("/missing")).Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Page_confirms_a_loss_with_a_second_signature_and_prints_its_report(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var (second, signature) = await office.AddSecondAsync(StaffRoles.Custody);
        var missed = Assert.IsType<MissCard.Missed>(await MissAsync(office, card.Id));
        var site = await office.StaffSiteAsync(StaffRoles.Custody);
        var page = await site.GetAsync($"/missing/{missed.SearchId}");

        var alone = await site.SubmitAsync(page, formAction: "Lost");
        var report = await site.SubmitAsync(alone, new() { ["SecondUserId"] = signature.UserId, ["SecondPassword"] = signature.Password }, formAction: "Lost");

        Assert.Contains("二人目の職員のユーザーIDとパスワードを入力してください", alone.Text, StringComparison.Ordinal);
        Assert.Contains("紛失確定にしました", report.Text, StringComparison.Ordinal);
        Assert.Contains(card.Card.SerialNumber.Display, report.Text, StringComparison.Ordinal);
        Assert.Contains($"二人目 {second.DisplayName}", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(TestCards.NamesOf(card.Card.Ordinal).KanaName!.Display, report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("紛失確定にする", (await (await office.StaffSiteAsync(StaffRoles.Counter)).GetAsync($"/missing/{missed.SearchId}")).Text, StringComparison.Ordinal);
    }

    internal static Task<MissCard.Outcome> MissAsync(TestOffice office, Guid card, MissingReason reason = MissingReason.AtPicking) =>
        office.Staff<MissCard>().RunAsync(new(card, reason), office.ByStaff(), CancellationToken.None);

    private static Task<FindMissingCard.Outcome> FindAsync(TestOffice office, LocationPath box, Card card) =>
        office.Staff<FindMissingCard>().RunAsync(new(box, card.SerialNumber), office.ByStaff(), CancellationToken.None);

    internal static Task<ConfirmLost.Outcome> ConfirmAsync(TestOffice office, Guid search, SecondSignature second, Guid? by = null) =>
        office.Staff<ConfirmLost>().RunAsync(new(search, Wrongful: false, second), by is { } id ? office.By(id) : office.ByStaff(), CancellationToken.None);

    private static async Task<ViewSearch.View> SeeAsync(TestOffice office, Guid search) =>
        await office.Staff<ViewSearch>().RunAsync(new(search), office.ByStaff(), CancellationToken.None) ?? throw new InvalidOperationException("No such search.");

    private static async Task AssertSoundAsync(TestOffice office) =>
        Assert.Empty((await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None)).Violations);
}
