using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Lists;
using Tewatashi.Storage;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Reservations.Lists;

/// <summary>カード一覧: three notified and booked cards in three boxes, two more that only just came.</summary>
public sealed class SeeCardListTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Filter_shows_the_cards_it_names_and_counts_them(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 3);
        await using var office = day.Office;
        await office.AddCardsAsync(2, CardProgress.Inspected);
        await day.ChangeCardAsync(1, card => card.Suspension = Suspension.MovedOut);
        await day.ChangeCardAsync(2, card => (card.AmendmentNeeded, card.Route) = (true, CardRoute.Post));
        var shipment = await office.SeeAsync(context => context.Cards.Where(card => card.Progress == CardProgress.Inspected).Select(card => card.ShipmentId).FirstAsync());
        var box = LocationPath.Parse("H-V1-01-03");

        await AssertAsync(5, new());
        await AssertAsync(2, new() { Progress = CardProgress.Inspected });
        await AssertAsync(3, new() { Place = PlaceKind.Storage });
        await AssertAsync(1, new() { Inside = box });
        await AssertAsync(3, new() { Inside = LocationPath.Parse("H-V1") });
        await AssertAsync(0, new() { Inside = LocationPath.Parse("H-V") });
        await AssertAsync(3, new() { Notice = NoticeStand.Sent });
        await AssertAsync(2, new() { Notice = NoticeStand.None });
        await AssertAsync(0, new() { Notice = NoticeStand.Returned });
        await AssertAsync(3, new() { Booking = BookingStand.Booked });
        await AssertAsync(2, new() { Booking = BookingStand.None });
        await AssertAsync(1, new() { Suspended = true });
        await AssertAsync(4, new() { Suspended = false });
        await AssertAsync(1, new() { AmendmentNeeded = true });
        await AssertAsync(1, new() { Route = CardRoute.Post });
        await AssertAsync(2, new() { ShipmentId = shipment });
        await AssertAsync(3, new() { DeadlineBefore = office.Today.AddDays(91) });
        await AssertAsync(0, new() { DeadlineBefore = office.Today.AddDays(90) });
        await AssertAsync(1, new() { Booking = BookingStand.Booked, Suspended = true });

        async Task AssertAsync(int expected, CardListFilter filter)
        {
            var view = await SeeAsync(office, filter);
            Assert.Equal((expected, expected), (view.Total, view.Rows.Count));
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Days_in_stock_count_from_the_day_of_arrival_and_end_with_the_hand_over(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 2);
        await using var office = day.Office;
        await day.EveryoneHereAsync();
        await day.HandedOverAsync(0);
        var arrived = await office.SeeAsync(context => context.Cards.Where(card => card.Id == day.Cards[1].Id).Select(card => card.ReceivedAt ?? card.AddedAt).SingleAsync());
        var days = office.Today.DayNumber - Tewatashi.Time.JapanTime.DateOf(arrived).DayNumber;

        Assert.Equal([day.Cards[1].Id], (await SeeAsync(office, new() { DaysInStock = days })).Rows.Select(row => row.CardId));
        Assert.Empty((await SeeAsync(office, new() { DaysInStock = days + 1 })).Rows);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Order_is_total_and_what_has_no_value_comes_last_both_ways(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 3);
        await using var office = day.Office;
        await office.AddCardsAsync(1, CardProgress.Inspected);
        await day.ChangeCardAsync(0, card => card.LastDayOn = office.Today.AddDays(5));

        Assert.Equal(["MIH000001", "MIH000002", "MIH000003", "MIH000004"], await SerialsAsync(CardListOrder.Serial, false));
        Assert.Equal(["MIH000004", "MIH000003", "MIH000002", "MIH000001"], await SerialsAsync(CardListOrder.Serial, true));
        Assert.Equal(["MIH000003", "MIH000002", "MIH000001", "MIH000004"], await SerialsAsync(CardListOrder.Place, false)); // the first lies in the last box
        Assert.Equal(["MIH000001", "MIH000002", "MIH000003", "MIH000004"], await SerialsAsync(CardListOrder.Place, true));
        Assert.Equal(["MIH000001", "MIH000002", "MIH000003", "MIH000004"], await SerialsAsync(CardListOrder.Deadline, false));
        Assert.Equal(["MIH000002", "MIH000003", "MIH000001", "MIH000004"], await SerialsAsync(CardListOrder.Deadline, true));
        Assert.Equal(4, (await SerialsAsync(CardListOrder.Arrived, true)).Distinct().Count());

        async Task<IReadOnlyList<string>> SerialsAsync(CardListOrder order, bool descending) =>
            [.. (await office.Staff<SeeCardList>().RunAsync(new(new(), order, descending, 1), office.ByStaff(), CancellationToken.None)).Rows.Select(row => row.SerialNumber.Value)];
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pages_hold_every_card_once_and_the_last_one_answers_for_those_beyond(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(SeeCardList.PageSize + 20);

        var (first, second, beyond) = (await SeeAsync(office, new()), await SeeAsync(office, new(), page: 2), await SeeAsync(office, new(), page: 9999));

        Assert.Equal(2, first.Pages);
        Assert.Equal(SeeCardList.PageSize + 20, first.Rows.Concat(second.Rows).Select(row => row.CardId).Distinct().Count());
        Assert.Equal((2, 20), (beyond.Page, beyond.Rows.Count));
        Assert.False(first.IsCut);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task List_is_recorded_with_its_filter_and_the_cards_shown(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 2);
        await using var office = day.Office;

        await SeeAsync(office, new() { Progress = CardProgress.Prepared });

        var entry = await office.SeeAsync(context => context.Audit.AsNoTracking().SingleAsync(row => row.Operation == OperationKind.ListCards));
        Assert.Equal("2 Progress=Prepared", entry.Detail);
        Assert.Equal(2, await office.SeeAsync(context => context.AuditSubjects.CountAsync(row => row.EntryId == entry.Id)));
    }

    private static Task<SeeCardList.View> SeeAsync(TestOffice office, CardListFilter filter, int page = 1) =>
        office.Staff<SeeCardList>().RunAsync(new(filter, CardListOrder.Serial, false, page), office.ByStaff(), CancellationToken.None);
}
