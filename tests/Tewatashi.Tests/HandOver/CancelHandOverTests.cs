using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.HandOver;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.Testing;

namespace Tewatashi.Tests.HandOver;

/// <summary>交付取消: the same day, by two, and nothing of what happened is wiped away.</summary>
public sealed class CancelHandOverTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Hand_over_taken_back_the_same_day_puts_the_card_into_the_tray_and_keeps_the_history(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;
        var (second, signature) = await office.AddSecondAsync();
        await day.HandedOverAsync();

        var outcome = await CancelAsync(day, signature);

        Assert.Equal(day.Cards[0].Id, Assert.IsType<CancelHandOver.Cancelled>(outcome).CardId);
        var card = await day.CardAsync();
        Assert.Equal((CardProgress.Prepared, Place.TrayOf(day.Counter.Id), null), (card.Progress, card.Place, card.HandedOverAt));
        var reservation = await day.ReservationAsync();
        Assert.Equal((ReservationState.NotHandedOver, "HandOverCancelled"), (reservation.State, reservation.EndReason));
        var record = await office.SeeAsync(context => context.HandOvers.AsNoTracking().SingleAsync());
        Assert.Equal((office.StaffMemberId, second.Id, HandOverCancelReason.WrongPerson), (record.CancelledBy, record.CancelledWith, record.CancelReason));
        var lines = Assert.IsType<ViewCard.Shown>(await office.Staff<ViewCard>().RunAsync(new(day.Cards[0].Id, WithNames: false), office.ByStaff(), CancellationToken.None))
            .View.History.Select(line => $"{line.What} {line.Who} {line.Movement}").ToList();
        Assert.Contains(lines, line => line.StartsWith("交付 ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("交付取消 ", StringComparison.Ordinal) && line.Contains($"二人目 {second.DisplayName}", StringComparison.Ordinal) && line.EndsWith("のトレイ", StringComparison.Ordinal));
        Assert.Empty((await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None)).Violations);
        Assert.Contains((await office.Staff<SeeReshelveList>().RunAsync(new(null), office.ByStaff(), CancellationToken.None)).Cards, row => row.CardId == card.Id);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_that_came_back_can_be_handed_over_again_with_a_record_of_its_own(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;
        var (_, signature) = await office.AddSecondAsync();
        await day.HandedOverAsync();
        await CancelAsync(day, signature);

        var came = await office.Staff<CheckInWalkIn>().RunAsync(new(day.Cards[0].Id, day.Counter.Id, RecipientKind.Applicant), office.ByStaff(), CancellationToken.None);
        var again = await day.HandOverAsync(await day.GoodFormAsync());

        Assert.IsType<CheckInWalkIn.CheckedIn>(came);
        Assert.IsType<HandOverCard.HandedOver>(again);
        Assert.Equal(2, await office.SeeAsync(context => context.HandOvers.CountAsync()));
        Assert.Empty((await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None)).Violations);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Hand_over_is_taken_back_on_no_other_day_with_no_other_card_and_by_no_one_alone(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine, cards: 2)).EveryoneHereAsync();
        await using var office = day.Office;
        var (second, signature) = await office.AddSecondAsync();

        Assert.IsType<CancelHandOver.NotHandedOver>(await CancelAsync(day, signature));
        await day.HandedOverAsync();
        Assert.IsType<CancelHandOver.WrongCard>(await CancelAsync(day, signature, label: day.Cards[1].Card.SerialNumber));
        Assert.IsType<CancelHandOver.SecondRefused>(await CancelAsync(day, signature with { Password = "ちがう合言葉ですよ" }));
        Assert.IsType<CancelHandOver.SamePerson>(await CancelAsync(day, signature, by: second.Id));
        day.After(1);
        Assert.IsType<CancelHandOver.OtherDay>(await CancelAsync(day, signature));

        Assert.Equal(CardProgress.HandedOver, (await day.CardAsync()).Progress);
        Assert.Equal(["WrongCard", "SecondRefused", "SamePerson"], await day.RecordedAsync(OperationKind.CancelHandOver));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_who_take_one_hand_over_back_at_once_do_it_once(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;
        var (_, signature) = await office.AddSecondAsync();
        await day.HandedOverAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => CancelAsync(day, signature))));

        Assert.Single(outcomes.OfType<CancelHandOver.Cancelled>());
        Assert.Equal(3, outcomes.OfType<CancelHandOver.NotHandedOver>().Count());
        Assert.Equal(1, await office.SeeAsync(context => context.Movements.CountAsync(row => row.FromKind == PlaceKind.WithResident)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Form_sent_twice_gets_the_first_outcome(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;
        var (_, signature) = await office.AddSecondAsync();
        await day.HandedOverAsync();
        var (request, caller) = (new CancelHandOver.Request((await day.ReservationAsync()).Id, day.Cards[0].Card.SerialNumber, HandOverCancelReason.CardDefective, signature), office.ByStaff());

        var first = await office.Staff<CancelHandOver>().RunAsync(request, caller, CancellationToken.None);
        var again = await office.Staff<CancelHandOver>().RunAsync(request, caller, CancellationToken.None);

        Assert.IsType<CancelHandOver.Cancelled>(first);
        Assert.Equal(first, again);
    }

    private static async Task<CancelHandOver.Outcome> CancelAsync(TestDay day, SecondSignature signature, SerialNumber? label = null, Guid? by = null) =>
        await day.Office.Staff<CancelHandOver>().RunAsync(
            new((await day.ReservationAsync()).Id, label ?? day.Cards[0].Card.SerialNumber, HandOverCancelReason.WrongPerson, signature),
            by is { } id ? day.Office.ByStaff() with { Actor = Actor.Staff(id, "Counter") } : day.Office.ByStaff(), CancellationToken.None);
}
