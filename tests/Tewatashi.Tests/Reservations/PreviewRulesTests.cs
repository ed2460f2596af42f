using Tewatashi.HandOver;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Testing;
using Tewatashi.Time;

namespace Tewatashi.Tests.Reservations;

/// <summary>What changed rules would do, counted before they are applied. The office's first day is Tuesday 2026-11-24.</summary>
public sealed class PreviewRulesTests
{
    private static readonly DateOnly Day = TestCounters.FirstWebDay;
    private static readonly TimeOnly Ten = new(10, 0);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Days_and_places_are_counted_by_hand_before_and_after(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 5); // 9:00 to 17:00 by 15 minutes, one seat of five kept
        await office.BookAsync((await office.AddNotifiedCardsAsync(1))[0], counter, Day, Ten);

        var effect = await PreviewAsync(office, rules => rules with { WebLeadBusinessDays = 5, HorizonDays = 30, KeptPercent = 40, MinutesPerPerson = 30, TransferBusinessDays = 4 });

        // Four weeks end on 21 December: 17 working days from 27 November, 19 from 25 November, 15 from 1 December.
        Assert.NotNull(effect);
        Assert.Equal(office.Today, effect.From);
        Assert.Equal(new RulesReach(Day, new(2026, 11, 25), new(2027, 1, 23), new(2026, 11, 26), 17 * 32 * 4, 19 * 32 * 5), effect.ReachBefore);
        Assert.Equal(new RulesReach(new(2026, 12, 1), new(2026, 11, 25), new(2026, 12, 24), new(2026, 11, 30), 15 * 16 * 3, 19 * 16 * 5), effect.ReachAfter);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Booked_visits_outside_the_new_rules_are_counted_and_stay(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 5);
        var cards = await office.AddNotifiedCardsAsync(5, deadlineOn: new(2026, 12, 31));
        await office.BookAsync(cards[0], counter, Day, Ten, cards[1], cards[2]);
        var far = (BookForCaller.Booked)await office.BookForCallerAsync(cards[3].Id, counter, new(2027, 1, 15), Ten);
        await office.HoldAsync(cards[4], await office.SignInAsync(cards[4]), counter, Day, Ten);

        var effect = await PreviewAsync(office, rules => rules with
        {
            HorizonDays = 30,
            PersonsPerVisit = 2,
            MinutesPerPerson = 20,
            HoldMinutes = 15,
            WebCutoffBusinessDays = 4,
            WebCutoffTime = new(12, 0),
            ReceivableAfterDeadline = false,
            DeadlineDays = 60,
            LastReminderDays = 2,
            OpenRecipientKinds = [RecipientKind.VoluntaryProxy],
        });

        Assert.Equal(
            [
                ("BookedBeyond", 1), ("ChangeEnds", 1), ("HoldsBegun", 1), ("BookedTogether", 1), ("BookedForOtherMinutes", 4), ("DeadlinesSet", 5), ("BookedBehindDeadline", 1),
                ("BookedAsClosedKind", 4), ("ToBeReminded", 2),
            ],
            effect?.Touched.Select(touch => (touch.What.ToString(), touch.Count)));
        Assert.All(effect!.Touched, touch => Assert.Contains($"{touch.Count}", touch.What.Say(touch.Count), StringComparison.Ordinal)); // it was just looked at
        Assert.Equal([ReservationState.Booked], await office.StatesAsync(far.VisitId));
        Assert.Empty(await office.ViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Late_arrivals_of_the_last_weeks_are_counted_by_both_rules(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 3);
        await using var office = day.Office;
        var visits = new List<Visit>();
        for (var card = 0; card < 3; card++) visits.Add(await office.VisitAsync((await day.ReservationAsync(card)).VisitId));
        for (var card = 0; card < 3; card++)
        {
            office.Clock.SetUtcNow(JapanTime.InstantOf(visits[card].Day, visits[card].StartsAt).AddMinutes(new[] { 4, 10, 11 }[card]).AddSeconds(59));
            Assert.IsType<CheckIn.CheckedIn>(await day.CheckInAsync(card, lateAccepted: true));
        }

        var effect = await PreviewAsync(office, rules => rules with { LateMinutes = 4 });

        Assert.Equal([new(nameof(Rules.LateMinutes), RuleTouch.LateUntilNow, 1), new(nameof(Rules.LateMinutes), RuleTouch.LateFromNow, 2)], effect?.Touched);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Change_from_a_later_day_is_seen_as_that_day_sees_it_beside_what_is_planned_before(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync(booths: 5);
        var december = new DateOnly(2026, 12, 1);
        var use = office.Staff<ChangeSettings>();
        var now = await use.CurrentAsync(office.Municipality, CancellationToken.None);
        await use.RunAsync(new(now.Version, Rules.Of(now) with { WebLeadBusinessDays = 1 }, december), office.ByStaff(), CancellationToken.None);

        var effect = await PreviewAsync(office, rules => rules with { WebLeadBusinessDays = 4 }, new DateOnly(2026, 12, 7));

        // Monday 7 December: one business day ahead by what was planned for the 1st, four by this change.
        Assert.Equal((new DateOnly(2026, 12, 7), 1, 4), (effect!.From, effect.Before.WebLeadBusinessDays, effect.After.WebLeadBusinessDays)); // it is none of the refused
        Assert.Equal((new DateOnly(2026, 12, 8), new DateOnly(2026, 12, 11)), (effect.ReachBefore.WebFrom, effect.ReachAfter.WebFrom));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Change_that_would_be_refused_or_changes_nothing_has_no_effect_to_show(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var now = await office.Staff<ChangeSettings>().CurrentAsync(office.Municipality, CancellationToken.None);

        Assert.Null(await PreviewAsync(office, rules => rules));
        Assert.Null(await PreviewAsync(office, rules => rules with { HorizonDays = 1 }));
        Assert.Null(await PreviewAsync(office, rules => rules with { HorizonDays = 30 }, office.Today.AddDays(-1)));
        Assert.Null(await PreviewAsync(office, rules => rules with { Telephone = "03-0000-0001" }, office.Today.AddDays(7)));
        Assert.Null(await office.Staff<PreviewRules>().RunAsync(office.Municipality, new(now.Version - 1, Rules.Of(now) with { HorizonDays = 30 }), CancellationToken.None));
    }

    private static async Task<RulesEffect?> PreviewAsync(TestOffice office, Func<Rules, Rules> change, DateOnly? effectiveOn = null)
    {
        var now = await office.Staff<ChangeSettings>().CurrentAsync(office.Municipality, CancellationToken.None);
        return await office.Staff<PreviewRules>().RunAsync(office.Municipality, new(now.Version, change(Rules.Of(now)), effectiveOn), CancellationToken.None);
    }
}
