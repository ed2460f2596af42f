using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.HandOver;
using Tewatashi.Municipalities;
using Tewatashi.Notices;
using Tewatashi.Reservations;
using Tewatashi.Testing;

namespace Tewatashi.Tests.HandOver;

/// <summary>The gate: the right card, the right person, once.</summary>
public sealed class HandOverCardTests
{
    private static readonly Birthday Wrong = Birthday.Parse("0000-12-31");

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_that_leaves_ends_place_reservation_and_notice_with_it(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;

        var outcome = await day.HandOverAsync(await day.GoodFormAsync());

        Assert.Equal(day.Cards[0].Id, Assert.IsType<HandOverCard.HandedOver>(outcome).CardId);
        var card = await day.CardAsync();
        Assert.Equal((CardProgress.HandedOver, Place.WithResident, office.Clock.GetUtcNow()), (card.Progress, card.Place, card.HandedOverAt));
        Assert.Equal(ReservationState.Completed, (await day.ReservationAsync()).State);
        Assert.Equal(NoticeState.Withdrawn, await office.SeeAsync(context => context.Notices.Where(row => row.CardId == card.Id).Select(row => row.State).SingleAsync()));
        var record = await office.SeeAsync(context => context.HandOvers.AsNoTracking().SingleAsync());
        Assert.Equal(("8-0001", RecipientKind.Applicant, office.StaffMemberId), (record.FileNumber, record.RecipientKind, record.StaffMemberId));
        var answers = await office.SeeAsync(context => context.HandOverAnswers.ToDictionaryAsync(row => row.Question, row => row.Answer));
        Assert.Equal(TestDay.GoodAnswers(RecipientKind.Applicant), answers);
        Assert.Equal(["HandedOver"], await day.RecordedAsync(OperationKind.HandOverCard));
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Label_of_another_card_is_refused_and_recorded(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine, cards: 2)).EveryoneHereAsync();
        await using var office = day.Office;
        var form = await day.GoodFormAsync();

        var outcome = await day.HandOverAsync(form with { Label = day.Cards[1].Card.SerialNumber });

        Assert.IsType<HandOverCard.WrongCard>(outcome);
        await StaysAsync(day, "WrongCard");
    }

    public static TheoryData<Engine, int> WrongBirthdays() => new(
        from engine in Enum.GetValues<Engine>() from which in Enumerable.Range(0, 4) select (engine, which));

    [Theory, MemberData(nameof(WrongBirthdays))]
    public async Task Birthdays_that_do_not_all_fit_are_refused_without_a_hint(Engine engine, int which)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;
        var right = day.BirthdayOf();
        HandOverCard.Birthdays typed = which switch
        {
            0 => new(Wrong, right),
            1 => new(right, Wrong),
            2 => new(Wrong, Wrong),
            _ => new(Birthday.Parse("0000-00-00"), right),
        };

        var outcome = await day.HandOverAsync(await day.GoodFormAsync() with { Birthdays = typed });

        Assert.Equal(new HandOverCard.WrongPerson(), outcome);
        await StaysAsync(day, "WrongPerson");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Stopped_card_and_card_outside_the_tray_do_not_pass(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;
        day.At(10, 0);
        var form = await day.GoodFormAsync();

        Assert.Equal(new HandOverCard.Stopped(GateStop.NotCheckedIn), await day.HandOverAsync(form));
        await day.CheckInAsync();
        Assert.Equal(new HandOverCard.Stopped(GateStop.NotInTray), await day.HandOverAsync(form));
        await day.PickAsync();
        await day.ChangeCardAsync(0, card => card.Suspension = Suspension.MovedOut);
        Assert.Equal(new HandOverCard.Stopped(GateStop.Suspended), await day.HandOverAsync(form));
        await day.ChangeCardAsync(0, card => (card.Suspension, card.Progress) = (null, CardProgress.Inspected));
        Assert.Equal(new HandOverCard.Stopped(GateStop.NotPrepared), await day.HandOverAsync(form));

        Assert.Equal(["Stopped", "Stopped", "Stopped", "Stopped"], await day.RecordedAsync(OperationKind.HandOverCard));
        Assert.False(await office.SeeAsync(context => context.HandOvers.AnyAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Line_that_is_not_ticked_keeps_the_card(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;
        var form = await day.GoodFormAsync();
        var answers = TestDay.GoodAnswers(RecipientKind.Applicant);
        answers[Checklist.FaceMatches] = 0;

        var outcome = await day.HandOverAsync(form with { Answers = answers });

        Assert.Equal([Checklist.FaceMatches], Assert.IsType<HandOverCard.Incomplete>(outcome).Missing.Keys);
        Assert.Equal(ReservationState.CheckedIn, (await day.ReservationAsync()).State);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Recipient_corrected_at_the_counter_gets_the_proxys_rules(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;
        var form = await day.GoodFormAsync();
        var proxy = form with { Recipient = new(RecipientKind.VoluntaryProxy), Answers = TestDay.GoodAnswers(RecipientKind.VoluntaryProxy) };

        var nameless = await day.HandOverAsync(proxy);
        var withApplicantsList = await day.HandOverAsync(form with { Recipient = new(RecipientKind.VoluntaryProxy, KanaName.Parse("ダイリ　ハナコ")) });
        var named = await day.HandOverAsync(proxy with { Second = (await office.AddSecondAsync()).Signature, Recipient = new(RecipientKind.VoluntaryProxy, KanaName.Parse("ダイリ　ハナコ")) });

        Assert.IsType<HandOverCard.ProxyNameMissing>(nameless);
        Assert.Contains(Checklist.Authority, Assert.IsType<HandOverCard.Incomplete>(withApplicantsList).Missing.Keys);
        Assert.IsType<HandOverCard.HandedOver>(named);
        Assert.Equal(RecipientKind.VoluntaryProxy, (await day.ReservationAsync()).RecipientKind);
        Assert.True(await office.SeeAsync(context => context.ProxyNames.AnyAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Recipient_kind_that_is_closed_is_refused(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;
        await office.Staff<Database>().UnrecordedAsync(office.Municipality, async context =>
        {
            (await context.Settings.SingleAsync()).OpenRecipientKinds = "Applicant";
            return await context.SaveChangesAsync();
        });

        var outcome = await day.HandOverAsync(await day.GoodFormAsync() with { Recipient = new(RecipientKind.SubProxy, KanaName.Parse("ダイリ　ハナコ")) });

        Assert.IsType<HandOverCard.RecipientKindClosed>(outcome);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_gates_at_once_hand_one_card_over_once(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;
        var form = await day.GoodFormAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 8).Select(clerk => Task.Run(() => day.HandOverAsync(form with { FileNumber = FileNumber.Parse($"8-{clerk}") }))));

        Assert.Single(outcomes.OfType<HandOverCard.HandedOver>());
        Assert.All(outcomes, outcome => Assert.True(outcome is HandOverCard.HandedOver or HandOverCard.Stopped { Stop: GateStop.HandedOver }));
        Assert.Equal(1, await office.SeeAsync(context => context.HandOvers.CountAsync()));
        Assert.Equal(1, await office.SeeAsync(context => context.Movements.CountAsync(row => row.ToKind == PlaceKind.WithResident)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Form_sent_twice_gets_the_first_outcome(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;
        var form = await day.GoodFormAsync();
        var caller = office.ByStaff();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => office.Staff<HandOverCard>().RunAsync(form, caller, CancellationToken.None))));

        Assert.All(outcomes, outcome => Assert.Equal(form.FileNumber, Assert.IsType<HandOverCard.HandedOver>(outcome).FileNumber));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Refused_hand_over_keeps_its_reason_and_can_not_be_followed_by_one(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;
        var form = await day.GoodFormAsync();
        Task<RefuseHandOver.Outcome> Refuse() => office.Staff<RefuseHandOver>().RunAsync(new(form.ReservationId, NotHandedOverReason.PapersMissing), office.ByStaff(), CancellationToken.None);

        var refused = await Refuse();
        var again = await Refuse();
        var handedOver = await day.HandOverAsync(form);

        Assert.IsType<RefuseHandOver.Refused>(refused);
        Assert.IsType<RefuseHandOver.NotCheckedIn>(again);
        Assert.Equal(new HandOverCard.Stopped(GateStop.Ended), handedOver);
        var reservation = await day.ReservationAsync();
        Assert.Equal((ReservationState.NotHandedOver, "PapersMissing"), (reservation.State, reservation.EndReason));
        Assert.Equal(PlaceKind.Tray, (await day.CardAsync()).PlaceKind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Gate_shows_names_and_a_namesake_and_records_the_view(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine, cards: 2, kind: RecipientKind.VoluntaryProxy)).EveryoneHereAsync();
        await using var office = day.Office;
        var reservation = await day.ReservationAsync();
        async Task<GateView> Open() => Assert.IsType<OpenGate.Opened>(await office.Staff<OpenGate>().RunAsync(new(reservation.Id), office.ByStaff(), CancellationToken.None)).View;

        var view = await Open();
        await day.MakeAlikeAsync(1, 0, name: true);
        var withNamesake = await Open();

        Assert.Equal(TestCards.NamesOf(day.Cards[0].Card.Ordinal).KanaName, view.KanaName);
        Assert.Equal(KanaName.Parse("ダイリ　ハナコ"), view.ProxyName);
        Assert.Null(view.Stop);
        Assert.Equal((Likeness.None, Likeness.SameName), (view.Likeness, withNamesake.Likeness));
        Assert.Equal(["Viewed", "Viewed"], await day.RecordedAsync(OperationKind.ViewHandOver));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task History_of_the_card_tells_the_whole_way(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;
        await day.HandOverAsync(await day.GoodFormAsync() with { Birthdays = new(Wrong, Wrong) });
        await day.HandOverAsync(await day.GoodFormAsync());

        var view = Assert.IsType<ViewCard.Shown>(await office.Staff<ViewCard>().RunAsync(new(day.Cards[0].Id, WithNames: false), office.ByStaff(), CancellationToken.None)).View;

        var lines = view.History.Select(line => $"{line.What} {line.Result}").ToList();
        Assert.Contains("抜き出し 抜き出し済", lines);
        Assert.Contains("来庁の受付 受付", lines);
        Assert.Contains("交付 誕生日の不一致", lines);
        Assert.Contains("交付 交付済", lines);
        Assert.Equal(CardStatus.HandedOver, view.Status);
    }

    private static async Task StaysAsync(TestDay day, string recorded)
    {
        Assert.Equal(PlaceKind.Tray, (await day.CardAsync()).PlaceKind);
        Assert.Equal(ReservationState.CheckedIn, (await day.ReservationAsync()).State);
        Assert.Equal([recorded], await day.RecordedAsync(OperationKind.HandOverCard));
        Assert.False(await day.Office.SeeAsync(context => context.HandOvers.AnyAsync()));
    }
}
