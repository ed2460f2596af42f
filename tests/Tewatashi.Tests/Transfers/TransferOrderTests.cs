using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.HandOver;
using Tewatashi.Lists;
using Tewatashi.Parcels;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.Testing;
using Tewatashi.Tests.Reservations;
using Tewatashi.Time;
using Tewatashi.Transfers;

namespace Tewatashi.Tests.Transfers;

/// <summary>移送の指示: made, changed and called off with the booking.</summary>
public sealed class TransferOrderTests
{
    private static readonly DateOnly Day = new(2026, 12, 2);
    private static readonly TimeOnly Ten = new(10, 0);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Booking_at_another_office_orders_the_transfer_and_a_hold_does_not(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (near, far, card) = await EarliestDayTests.CardElsewhereAsync(office, 2);
        var session = await office.SignInAsync(card);

        var held = (HoldSeat.Held)await office.HoldAsync(card, session, far, Day, Ten);
        Assert.Empty(await OrdersAsync(office));
        await office.Resident<BookVisit>().RunAsync(new(held.VisitId), office.ByResident(card.Id), CancellationToken.None);

        var order = Assert.Single(await OrdersAsync(office));
        Assert.Equal(
            (card.Id, held.VisitId, near.BuildingId, far.BuildingId, Day, TransferState.Ordered),
            (order.CardId, order.VisitId, order.FromBuildingId, order.ToBuildingId, order.NeededOn, order.State));
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Booking_at_the_card_s_own_office_orders_nothing(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (near, _, card) = await EarliestDayTests.CardElsewhereAsync(office, 2);

        await office.BookForCallerAsync(card.Id, near, Day, Ten);

        Assert.Empty(await OrdersAsync(office));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Change_moves_the_order_along_and_the_own_office_calls_it_off(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (near, far, card) = await EarliestDayTests.CardElsewhereAsync(office, 2);
        var booked = (BookForCaller.Booked)await office.BookForCallerAsync(card.Id, far, Day, Ten);

        await ChangeAsync(office, booked.VisitId, far.Id, Day.AddDays(1));
        Assert.Equal((Day.AddDays(1), TransferState.Ordered), (await OrdersAsync(office)).Select(order => (order.NeededOn, order.State)).Single());
        await AssertSoundAsync(office);

        await ChangeAsync(office, booked.VisitId, near.Id, Day);
        Assert.Equal([TransferState.Cancelled], (await OrdersAsync(office)).Select(order => order.State));
        await AssertSoundAsync(office);

        await ChangeAsync(office, booked.VisitId, far.Id, Day);
        Assert.Equal([TransferState.Cancelled, TransferState.Ordered], (await OrdersAsync(office)).Select(order => order.State));
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Cancelled_and_missed_booking_call_the_transfer_off(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (_, far, card) = await EarliestDayTests.CardElsewhereAsync(office, 2);
        var first = (BookForCaller.Booked)await office.BookForCallerAsync(card.Id, far, Day, Ten);
        await office.Staff<CancelVisit>().RunAsync(new(first.VisitId), office.ByStaff(), CancellationToken.None);
        Assert.Equal(TransferState.Cancelled, (await OrdersAsync(office)).Single().State);

        await office.BookForCallerAsync(card.Id, far, Day, Ten);
        office.Clock.Advance(TimeSpan.FromDays(10));
        await office.Staff<MarkNoShows>().RunAsync(office.ByStaff(), CancellationToken.None);

        Assert.DoesNotContain(await OrdersAsync(office), order => order.State == TransferState.Ordered);
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_picked_in_the_other_office_has_arrived(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (near, far, card) = await EarliestDayTests.CardElsewhereAsync(office, 2);
        await office.BookForCallerAsync(card.Id, far, Day, Ten);
        Assert.IsType<PickCard.NotPickable>(await PickAsync());

        await EarliestDayTests.ChangeCardAsync(office, card, row => row.LocationId = far.BuildingId);
        Assert.Equal(["着いています"], await StandsAsync(office));
        Assert.IsType<PickCard.Picked>(await PickAsync());

        Assert.Equal(TransferState.Arrived, (await OrdersAsync(office)).Single().State);
        Assert.Empty(await StandsAsync(office));

        Task<PickCard.Outcome> PickAsync() => office.Staff<PickCard>().RunAsync(new(card.Card.SerialNumber, far.Id, Day, Unmoved: true), office.ByStaff(), CancellationToken.None);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task List_tells_what_must_leave_by_when_and_what_is_late(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (near, far, card) = await EarliestDayTests.CardElsewhereAsync(office, 2);
        await office.BookForCallerAsync(card.Id, far, Day, Ten);
        var site = await office.StaffSiteAsync(StaffRoles.Custody);

        var page = await site.GetAsync("/transfers");
        Assert.Contains(card.Card.SerialNumber.Display, page.Text, StringComparison.Ordinal);
        Assert.Contains("2026/11/30(月)", page.Text, StringComparison.Ordinal); // two business days before Wednesday
        Assert.DoesNotContain("今日までに送る", page.Text, StringComparison.Ordinal);
        Assert.Contains("H-V1-01-01", page.Text, StringComparison.Ordinal);
        Assert.Contains("庁舎B", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, await office.SeeAsync(context => context.Audit.CountAsync(row => row.Operation == OperationKind.ViewTransfers)));

        office.Clock.SetUtcNow(JapanTime.InstantOf(new DateOnly(2026, 11, 30), new TimeOnly(9, 0)));
        site = await office.StaffSiteAsync(StaffRoles.Custody); // the session of last week is over
        page = await site.GetAsync("/transfers");
        Assert.Contains("今日までに送るカードが1枚あります", page.Text, StringComparison.Ordinal);
        Assert.Contains(card.Card.SerialNumber.Display, (await site.GetAsync(page.Document.QuerySelector("a[href*='OnTheWay=False']")!.GetAttribute("href")!)).Text, StringComparison.Ordinal); // a card must leave

        office.Clock.SetUtcNow(JapanTime.InstantOf(new DateOnly(2026, 12, 1), new TimeOnly(9, 0)));
        Assert.Equal(["送る日を過ぎています"], await StandsAsync(office));
        Assert.Empty(await StandsAsync(office, ("Origin", far.BuildingId.ToString())));
        Assert.Single(await StandsAsync(office, ("Origin", near.BuildingId.ToString())));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Cards_that_must_leave_today_are_those_needed_before_what_leaves_tomorrow_arrives(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var offices = await office.TwoOfficesAsync(2);
        await office.BookForCallerAsync(offices.Cards[0].Id, offices.Far, Day, Ten);
        await office.BookForCallerAsync(offices.Cards[1].Id, offices.Far, Day.AddDays(1), Ten);

        Assert.Equal(new CountDueTransfers.Due(0, new DateOnly(2026, 11, 26)), await DueAsync(new DateOnly(2026, 11, 24)));
        Assert.Equal(new CountDueTransfers.Due(0, new DateOnly(2026, 12, 1)), await DueAsync(new DateOnly(2026, 11, 29))); // Sunday: nothing leaves, and Tuesday's cards should have on Friday
        Assert.Equal(new CountDueTransfers.Due(1, Day), await DueAsync(new DateOnly(2026, 11, 30)));
        Assert.Equal(new CountDueTransfers.Due(2, Day.AddDays(1)), await DueAsync(new DateOnly(2026, 12, 1)));
        await office.PackAsync(await office.OpenParcelAsync(offices), offices.Cards[0].Card.SerialNumber);
        Assert.Equal(1, (await DueAsync(new DateOnly(2026, 12, 1))).Cards);

        Task<CountDueTransfers.Due> DueAsync(DateOnly today)
        {
            office.Clock.SetUtcNow(JapanTime.InstantOf(today, new TimeOnly(9, 0)));
            return office.Staff<CountDueTransfers>().RunAsync(office.Municipality, CancellationToken.None);
        }
    }

    private static async Task ChangeAsync(TestOffice office, Guid visitId, Guid counterId, DateOnly day) =>
        Assert.IsType<ChangeVisit.Changed>(await office.Staff<ChangeVisit>().RunAsync(new(visitId, counterId, day, Ten), office.ByStaff(), CancellationToken.None));

    /// <summary>How each card that must travel stands, in the list's words.</summary>
    internal static async Task<IReadOnlyList<object?>> StandsAsync(TestOffice office, params IEnumerable<(string Key, string Value)> filter)
    {
        var list = new TransferList();
        var index = list.Columns.ToList().FindIndex(column => column.Code == "State");
        var view = await office.Staff<SeeList>().RunAsync(new(new(list, ListFilter.Of(list, [("State", "Ordered"), .. filter])), 1), office.ByStaff(), CancellationToken.None);
        return [.. view.Lines.Select(line => line.Cells[index].Value)];
    }

    private static Task<List<TransferOrder>> OrdersAsync(TestOffice office) =>
        office.SeeAsync(context => context.TransferOrders.AsNoTracking().OrderBy(row => row.OrderedAt).ThenBy(row => row.Id).ToListAsync());

    private static async Task AssertSoundAsync(TestOffice office) =>
        Assert.DoesNotContain(
            (await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None)).Violations, violation => violation.Invariant.Contains("移送", StringComparison.Ordinal));
}
