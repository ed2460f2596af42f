using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Notices;
using Tewatashi.Reservations;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Reservations;

public sealed class ViewCardTests
{
    private static async Task<CardView> ViewAsync(TestOffice office, Guid cardId, bool names = true, bool views = false) =>
        Assert.IsType<ViewCard.Shown>(await office.Staff<ViewCard>().RunAsync(new(cardId, names, views), office.ByStaff(), CancellationToken.None)).View;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Page_tells_place_notice_booking_and_history_newest_first(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var boxes = await office.AddBoxesAsync();
        var card = (await office.AddCardsAsync(1, CardProgress.Inspected))[0];
        await office.StoreAsync(boxes[0], card);
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        await office.Staff<PrepareCard>().RunAsync(new PrepareCard.Request(card.SerialNumber), office.ByStaff(), CancellationToken.None);
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        await office.StoreAsync(boxes[1], card);
        var reception = await office.WriteNoticeAsync(card);
        var number = await office.WriteBookingAsync(card);

        var view = await ViewAsync(office, card.Id);

        Assert.Equal(CardStatus.Booked, view.Status);
        Assert.Equal("本庁 保管庫1 棚01 箱02", view.Location!.Words);
        Assert.Equal(reception, view.Notice!.ReceptionNumber);
        Assert.Equal((number, "本庁1階", new DateOnly(2026, 12, 1)), (view.Booking!.Number, view.Booking.Counter, view.Booking.Day));
        Assert.Equal(TestCards.NamesOf(1), view.Names);
        Assert.Equal(
            [("収納", "収納済", "H-V1-01-01 → H-V1-01-02"), ("交付前設定の記録", "交付前設定済", null), ("収納", "収納済", "保管前 → H-V1-01-01")],
            view.History.Select(line => (line.What, line.Result, line.Movement)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task View_is_recorded_and_shown_among_the_views_only_when_asked(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var card = (await office.AddCardsAsync(1))[0];

        await ViewAsync(office, card.Id);

        Assert.Empty((await ViewAsync(office, card.Id)).History);
        Assert.Equal(["カードの閲覧", "カードの閲覧"], (await ViewAsync(office, card.Id, views: true)).History.Select(line => line.What));
        Assert.Equal(3, await office.SeeAsync(context => context.Audit.CountAsync(row => row.Operation == OperationKind.ViewCard && row.SubjectId == card.Id)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Names_are_left_out_for_those_who_may_not_see_them_and_strangers_find_nothing(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await using var other = await TestOffice.OpenAsync(engine);
        var card = (await office.AddCardsAsync(1))[0];

        Assert.Null((await ViewAsync(office, card.Id, names: false)).Names);
        Assert.IsType<ViewCard.NotFound>(await other.Staff<ViewCard>().RunAsync(new(card.Id, true), other.ByStaff(), CancellationToken.None));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Hold_that_ran_out_is_no_booking(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var card = (await office.AddCardsAsync(1))[0];
        await office.WriteBookingAsync(card, ReservationState.Held);

        Assert.NotNull((await ViewAsync(office, card.Id)).Booking);
        office.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Null((await ViewAsync(office, card.Id)).Booking);
    }
}
