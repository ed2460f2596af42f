using Microsoft.EntityFrameworkCore;
using Tewatashi.HandOver;
using Tewatashi.Mail;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Calls;
using Tewatashi.Reservations.Outages;
using Tewatashi.Staff;
using Tewatashi.Testing;
using Tewatashi.Time;

namespace Tewatashi.Tests.Reservations.Outages;

/// <summary>全国システム停止: one action closes, tells and lets rebook first; extended, ended early or by itself; who came in vain is counted.</summary>
public sealed class OutageTests
{
    private static readonly TimeOnly Ten = new(10, 0);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Outage_shows_its_effect_then_closes_tells_everyone_booked_and_gives_each_a_priority_window(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 3);
        await using var office = day.Office;
        await office.VerifyMailAsync(day.Booked[1].VisitId);
        day.At(10, 0);
        await day.CheckInAsync(0);
        day.At(10, 5);

        var effect = Assert.IsType<DeclareOutage.Loses>(await DeclareAsync(day, 12, apply: false)).Effect;
        Assert.Equal((2, 1, 1), (effect.Visits.Count, effect.ByMail, effect.ByTelephone));
        Assert.Equal(0, await office.SeeAsync(context => context.Outages.CountAsync()));

        Assert.Equal(2, Assert.IsType<DeclareOutage.Declared>(await DeclareAsync(day, 12)).Lost);

        Assert.Equal([ReservationState.CheckedIn], await office.StatesAsync(day.Booked[0].VisitId));
        Assert.Equal([ReservationState.NeedsRebooking], await office.StatesAsync(day.Booked[1].VisitId));
        var lost = await office.VisitAsync(day.Booked[2].VisitId);
        // The days begin when the outage is over.
        Assert.True(lost.PriorityUntil > JapanTime.InstantOf(day.Day, new TimeOnly(12, 0)));
        Assert.Equal(JapanTime.TimeOf(lost.PriorityUntil!.Value), new TimeOnly(12, 0));
        Assert.Equal(day.Booked[1].VisitId, (await office.SeeAsync(context => context.Outbox.SingleAsync(row => row.Kind == MailKind.NeedsRebooking))).VisitId);
        var call = await office.SeeAsync(context => context.Calls.SingleAsync());
        Assert.Equal((CallReason.Outage, day.Cards[2].Id), (call.Reason, call.CardId));
        Assert.DoesNotContain(await TimesAsync(day), time => time >= Ten && time < new TimeOnly(12, 0));
        Assert.Contains(new TimeOnly(12, 0), await TimesAsync(day));
        Assert.Empty(await office.ViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Outage_ended_early_gives_the_places_back_and_keeps_the_right_to_choose_first(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 2);
        await using var office = day.Office;
        day.At(9, 0);
        var declared = Assert.IsType<DeclareOutage.Declared>(await DeclareAsync(day, 16));
        day.At(9, 30);

        Assert.True(await office.Staff<EndOutage>().RunAsync(new(declared.Id), office.ByStaff(), CancellationToken.None));
        Assert.False(await office.Staff<EndOutage>().RunAsync(new(declared.Id), office.ByStaff(), CancellationToken.None));

        Assert.Contains(Ten, await TimesAsync(day));
        Assert.Equal([ReservationState.NeedsRebooking], await office.StatesAsync(day.Booked[0].VisitId));
        Assert.True((await office.VisitAsync(day.Booked[0].VisitId)).HasPriority(office.Clock.GetUtcNow()));
        var changed = await office.Staff<ChangeVisit>().RunAsync(new(day.Booked[0].VisitId, day.Counter.Id, day.Day, Ten), office.ByStaff(), CancellationToken.None);
        Assert.True(changed is ChangeVisit.Changed, changed.ToString());
        Assert.Equal(CallState.Done, (await office.SeeAsync(context => context.Calls.SingleAsync(row => row.CardId == day.Cards[0].Id))).State);
        Assert.Empty(await office.ViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Outage_is_over_by_itself_at_the_time_given_and_another_can_begin(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;
        day.At(9, 0);
        await DeclareAsync(day, 11);
        var running = office.Staff<RunningOutage>();
        Assert.NotNull(await running.RunAsync(office.Municipality, CancellationToken.None));
        Assert.IsType<DeclareOutage.AlreadyRunning>(await DeclareAsync(day, 12));

        day.At(11, 0);

        Assert.Null(await running.RunAsync(office.Municipality, CancellationToken.None));
        Assert.Contains(new TimeOnly(11, 0), await TimesAsync(day));
        Assert.IsType<DeclareOutage.Declared>(await DeclareAsync(day, 12));
        Assert.Equal(2, await office.SeeAsync(context => context.Outages.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Extended_outage_shows_and_takes_only_what_lies_behind_its_first_end(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 3);
        await using var office = day.Office;
        day.At(9, 0);
        var declared = Assert.IsType<DeclareOutage.Declared>(await DeclareAsync(day, 10, 15));
        Assert.Equal(1, declared.Lost);
        var extend = office.Staff<ExtendOutage>();
        var until = JapanTime.InstantOf(day.Day, new TimeOnly(10, 30));

        Assert.IsType<ExtendOutage.WrongTime>(await extend.RunAsync(new(declared.Id, JapanTime.InstantOf(day.Day, Ten), Apply: true), office.ByStaff(), CancellationToken.None));
        var effect = Assert.IsType<ExtendOutage.Loses>(await extend.RunAsync(new(declared.Id, until), office.ByStaff(), CancellationToken.None)).Effect;
        Assert.Equal([day.Booked[1].VisitId], effect.Visits.Select(visit => visit.VisitId));
        Assert.Equal(new ExtendOutage.Extended(1), await extend.RunAsync(new(declared.Id, until, Apply: true), office.ByStaff(), CancellationToken.None));

        Assert.Equal([ReservationState.Booked], await office.StatesAsync(day.Booked[2].VisitId));
        Assert.Empty(await office.ViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Outage_of_chosen_counters_leaves_the_others_open(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;
        var other = await office.AddCounterAsync("H2");
        day.At(9, 0);

        Assert.IsType<DeclareOutage.Declared>(await DeclareAsync(day, 16, counters: [other.Id]));

        Assert.Equal([ReservationState.Booked], await office.StatesAsync(day.Booked[0].VisitId));
        Assert.Contains(Ten, await TimesAsync(day));
        Assert.IsType<DeclareOutage.Wrong>(await office.Staff<DeclareOutage>().RunAsync(
            new(office.Clock.GetUtcNow().AddYears(1), [], Apply: true), office.ByStaff(), CancellationToken.None));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_clerks_who_declare_at_once_declare_one_outage(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 4);
        await using var office = day.Office;
        day.At(9, 0);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => DeclareAsync(day, 16)));

        Assert.Single(outcomes.OfType<DeclareOutage.Declared>());
        Assert.Equal(3, outcomes.OfType<DeclareOutage.AlreadyRunning>().Count());
        Assert.Equal(1, await office.SeeAsync(context => context.Outages.CountAsync()));
        Assert.Equal(4, await office.SeeAsync(context => context.Calls.CountAsync()));
        Assert.Empty(await office.ViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_came_in_vain_is_counted_once_by_the_way_in_which_they_came(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine, cards: 2)).EveryoneHereAsync();
        await using var office = day.Office;
        var late = (await office.AddNotifiedCardsAsync(1))[0];
        var booked = (BookForCaller.Booked)await office.BookForCallerAsync(late.Id, day.Counter, day.Day.AddDays(1), Ten);
        office.Clock.SetUtcNow(JapanTime.InstantOf(day.Day.AddDays(1), new TimeOnly(9, 0)));
        var declared = Assert.IsType<DeclareOutage.Declared>(await office.Staff<DeclareOutage>().RunAsync(
            new(office.Clock.GetUtcNow().AddHours(5), [], Apply: true), office.ByStaff(), CancellationToken.None));

        Assert.IsType<CheckIn.CameInVain>(await day.CheckInAsync(new ArrivalCode.Reservation(booked.Number)));
        Assert.IsType<CheckIn.CameInVain>(await day.CheckInAsync(new ArrivalCode.Reservation(booked.Number)));
        await office.Staff<RefuseHandOver>().RunAsync(new((await day.ReservationAsync(0)).Id, NotHandedOverReason.NationalSystemDown), office.ByStaff(), CancellationToken.None);
        await office.Staff<RefuseHandOver>().RunAsync(new((await day.ReservationAsync(1)).Id, NotHandedOverReason.PapersMissing), office.ByStaff(), CancellationToken.None);
        Assert.True(await office.Staff<CountTurnedAway>().RunAsync(new(declared.Id), office.ByStaff(), CancellationToken.None));

        var running = (await office.Staff<SeeOutages>().RunAsync(office.Municipality, CancellationToken.None)).Running;
        Assert.NotNull(running);
        Assert.Equal(
            [(TurnedAwayWay.PlaceLost, 1), (TurnedAwayWay.SentHome, 1), (TurnedAwayWay.WithoutBooking, 1)],
            running.InVain.OrderBy(way => way.Key).Select(way => (way.Key, way.Value)));
        Assert.Equal((1, 1), (running.Unsettled, running.ToCall));

        office.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await office.Staff<EndOutage>().RunAsync(new(declared.Id), office.ByStaff(), CancellationToken.None));
        var over = Assert.Single((await office.Staff<SeeOutages>().RunAsync(office.Municipality, CancellationToken.None)).Before);
        Assert.Equal((1, 1, 3), (over.Unsettled, over.ToCall, over.AllInVain)); // ended early: those who lost a later place still have none
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Clerk_closes_with_one_form_and_every_page_of_both_faces_says_so_while_it_lasts(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 2);
        await using var office = day.Office;
        day.At(9, 0);
        var site = await office.StaffSiteAsync(StaffRoles.Counter);
        var resident = await office.ResidentSiteAsync();

        var typed = await site.SubmitAsync(await site.GetAsync("/outage"), new() { ["Until"] = "いつか" }, formAction: "Declare");
        var shown = await site.SubmitAsync(await site.GetAsync("/outage"), new() { ["Until"] = "15:00" }, formAction: "Declare");
        Assert.Contains("15:00 のように入力", typed.Text, StringComparison.Ordinal);
        Assert.Contains("2件の予約が入りきらなくなります", shown.Text, StringComparison.Ordinal);
        Assert.Contains(day.Booked[0].Number.Display, shown.Text, StringComparison.Ordinal);
        var done = await site.SubmitAsync(shown, new() { ["Apply"] = "true" }, formAction: "Declare");
        Assert.Contains("2件の予約を要日時変更にしました", done.Text, StringComparison.Ordinal);

        office.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Contains("全国システム停止中です", (await site.GetAsync("/arrivals")).Document.QuerySelector(".tw-notice")!.TextContent, StringComparison.Ordinal);
        var face = await resident.GetAsync(office.At(""));
        Assert.Contains("カードをお渡しできません", face.Document.QuerySelector(".tw-notice")!.TextContent, StringComparison.Ordinal);

        var longer = await site.SubmitAsync(await site.GetAsync("/outage"), new() { ["Until"] = "16:00" }, formAction: "Extend");
        Assert.Contains("停止を延ばしました", longer.Text, StringComparison.Ordinal);
        var counted = await site.SubmitAsync(await site.GetAsync("/outage"), formAction: "Count");
        Assert.Contains("予約なしの方1人", counted.Text, StringComparison.Ordinal);
        var ended = await site.SubmitAsync(await site.GetAsync("/outage"), formAction: "End");
        Assert.Contains("停止を終わらせました", ended.Text, StringComparison.Ordinal);
        office.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Null((await site.GetAsync("/arrivals")).Document.QuerySelector(".tw-notice"));
    }

    private static Task<DeclareOutage.Outcome> DeclareAsync(TestDay day, int hour, int minute = 0, bool apply = true, IReadOnlyList<Guid>? counters = null) =>
        day.Office.Staff<DeclareOutage>().RunAsync(new(JapanTime.InstantOf(day.Day, new TimeOnly(hour, minute)), counters ?? [], apply), day.Office.ByStaff(), CancellationToken.None);

    private static async Task<IReadOnlyList<TimeOnly>> TimesAsync(TestDay day) =>
        [.. (await day.Office.Staff<Tewatashi.Reservations.Closures.SeeCounterDay>().RunAsync(day.Office.Municipality, day.Counter.Id, CancellationToken.None))!.Lines
            .Where(line => line.Free > 0).Select(line => line.StartsAt)];
}
