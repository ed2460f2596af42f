using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.HandOver;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Calls;
using Tewatashi.Testing;

namespace Tewatashi.Tests.HandOver;

/// <summary>交付見送り: what each reason does to the card and to the booking, as the table says.</summary>
public sealed class RefusalAftermathTests
{
    public static TheoryData<Engine, NotHandedOverReason> Reasons
    {
        get
        {
            var data = new TheoryData<Engine, NotHandedOverReason>();
            foreach (var reason in Enum.GetValues<NotHandedOverReason>())
            {
                data.Add(Engine.Sqlite, reason);
                data.Add(Engine.Postgres, reason);
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Reasons))]
    public async Task Each_reason_does_to_card_and_booking_what_the_table_says(Engine engine, NotHandedOverReason reason)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;
        var came = (await day.ReservationAsync()).Id;

        await office.Staff<RefuseHandOver>().RunAsync(new(came, reason), office.ByStaff(), CancellationToken.None);

        var aftermath = RefusalAftermath.Of(reason);
        var ended = await office.SeeAsync(context => context.Reservations.AsNoTracking().SingleAsync(row => row.Id == came));
        Assert.Equal((ReservationState.NotHandedOver, reason.ToString()), (ended.State, ended.EndReason));
        Assert.Equal(aftermath.Card == CardAfterwards.Defective ? Suspension.Defective : null, (await day.CardAsync()).Suspension);
        Assert.Contains((await office.Staff<SeeReshelveList>().RunAsync(new(null), office.ByStaff(), CancellationToken.None)).Cards, row => row.CardId == day.Cards[0].Id);
        var live = await office.SeeAsync(context => LiveBooking.OfAsync(context, day.Cards[0].Id, CancellationToken.None));
        Assert.Equal(aftermath.Booking == BookingAfterwards.RebookedFirst ? ReservationState.NeedsRebooking : null, live?.State);
        Assert.Empty((await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None)).Violations);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Whoever_is_sent_home_by_the_nations_system_is_called_and_chooses_before_others_with_the_proxy_as_named(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine, kind: RecipientKind.VoluntaryProxy)).EveryoneHereAsync();
        await using var office = day.Office;
        var came = (await day.ReservationAsync()).Id;
        await office.Staff<RefuseHandOver>().RunAsync(new(came, NotHandedOverReason.NationalSystemDown), office.ByStaff(), CancellationToken.None);

        var claim = await office.SeeAsync(context => context.Visits.AsNoTracking().SingleAsync(row => row.LostAt != null));
        var next = await office.Staff<SeeNextTimes>().RunAsync(new(came), office.ByStaff(), CancellationToken.None);
        Assert.NotNull(next);
        var changed = await office.Staff<ChangeVisit>().RunAsync(new(claim.Id, next.Seats[0].CounterId, next.Seats[0].Day, next.Seats[0].StartsAt), office.ByStaff(), CancellationToken.None);

        Assert.Equal((SeatState.Released, office.Clock.GetUtcNow().AddDays(14)), (claim.Seat, claim.PriorityUntil));
        Assert.Equal((claim.Id, KanaName.Parse("ダイリ　ハナコ")), (next.RebookVisitId, next.Person.ProxyName));
        Assert.IsType<ChangeVisit.Changed>(changed);
        Assert.Equal(CallState.Done, await office.SeeAsync(context => context.Calls.Where(row => row.CardId == day.Cards[0].Id).Select(row => row.State).SingleAsync()));
        Assert.Empty((await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None)).Violations);
    }
}
