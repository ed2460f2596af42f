using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Disposal;
using Tewatashi.Missing;
using Tewatashi.Notices;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.Testing;
using Tewatashi.Tests.Missing;
using Tewatashi.Time;

namespace Tewatashi.Tests.Disposal;

/// <summary>廃棄: proposed, approved by another, abolished, destroyed by scan before a witness, and never while somebody comes for the card.</summary>
public sealed class DisposalTests
{
    /// <summary>How the rules of disposals are broken behind the use cases; each bends an office with one card destroyed, one abolished and one on the shelf.</summary>
    public static readonly IReadOnlyDictionary<string, Func<TewatashiContext, Task<int>>> Bent = new Dictionary<string, Func<TewatashiContext, Task<int>>>
    {
        ["廃棄したカードには、決裁された起案と、裁断の記録がある"] = context => context.Cards.Where(row => row.Progress == CardProgress.Disposed)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Progress, CardProgress.Prepared)),
        ["廃止登録済のカードは、裁断を待つ起案にある"] = context => context.Cards.Where(row => row.Suspension == Suspension.Abolished && row.Progress == CardProgress.Prepared)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Suspension, Suspension.Withdrawn)),
        ["終わった起案に、進行中のカードはない"] = context => context.DisposalBatches.Where(row => row.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, DateTimeOffset.UnixEpoch).SetProperty(row => row.State, DisposalState.Closed)),
        ["J-LISへ返送したカードには、二人の記録がある"] = context => context.Cards.Where(row => row.Suspension == null && row.Progress == CardProgress.Prepared)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Progress, CardProgress.ReturnedToMaker)),
    };

    public static TheoryData<Engine, string> Bends => OnBoth(Bent.Keys);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_goes_through_proposal_approval_abolition_and_destruction_before_a_witness(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var boxes = await office.AddBoxesAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0].Card;
        await office.StoreAsync(boxes[0], card);
        var (second, signature) = await office.AddSecondAsync(StaffRoles.Admin);
        await office.SuspendAsync(card.Id, Suspension.Deceased);

        var candidate = Assert.Single((await CandidatesAsync(office)).Candidates);
        Assert.Equal((DisposalReason.Deceased, office.Today, boxes[0].Value), (candidate.Reason, candidate.DueOn, candidate.Place.Split(' ')[0]));
        var batch = await office.ProposeAsync(card.Id);
        Assert.Empty((await CandidatesAsync(office)).Candidates);
        Assert.Empty(Assert.IsType<ApproveDisposal.Approved>(await office.ApproveAsync(batch, second.Id)).Dropped);
        Assert.Equal(new AbolishCards.Abolished(0), await office.AbolishAsync(batch, card));
        Assert.IsType<AbolishCards.AlreadyAbolished>(await office.AbolishAsync(batch, card));
        Assert.Equal(NoticeState.Withdrawn, (await office.SeeAsync(context => context.Notices.SingleAsync())).State);
        Assert.Equal(new ScanForDestruction.Scanned(1, 0), await office.ScanForDestructionAsync(batch, card));
        Assert.Equal(new ScanForDestruction.AlreadyScanned(1), await office.ScanForDestructionAsync(batch, card));
        Assert.Equal(new CloseDisposal.NotDone(1), await CloseAsync(office, batch));
        Assert.Equal(1, Assert.IsType<DestroyCards.Destroyed>(await office.DestroyAsync(batch, signature)).Cards);
        Assert.IsType<CloseDisposal.Closed>(await CloseAsync(office, batch));

        var after = await CardAsync(office, card);
        Assert.Equal((CardProgress.Disposed, Place.Destroyed), (after.Progress, after.Place));
        var view = await SeeAsync(office, batch);
        Assert.Equal(("2026-001", DisposalState.Closed, second.DisplayName), (view.Batch.Display, view.Batch.State, view.ApprovedBy));
        Assert.Equal((DisposalCardState.Destroyed, second.DisplayName), (view.Lines[0].Row.State, view.Lines[0].Witness));
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_that_was_remade_is_a_candidate_for_that_reason_once_its_booking_has_moved(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var old = (await office.AddNotifiedCardsAsync(1))[0];
        await office.BookAsync(old, counter, TestCounters.FirstWebDay, new TimeOnly(10, 0));
        var remade = (await office.AddCardsAsync(1, CardProgress.Inspected, names: _ => TestCards.NamesOf(1)))[0];
        Task<LinkRemadeCard.Outcome> Link() => office.Staff<LinkRemadeCard>().RunAsync(new(old.Card.SerialNumber, remade.SerialNumber), office.ByStaff(), CancellationToken.None);

        Assert.IsType<LinkRemadeCard.Linked>(await Link());
        Assert.Empty((await CandidatesAsync(office)).Candidates);
        await office.Staff<PrepareCard>().RunAsync(new PrepareCard.Request(remade.SerialNumber), office.ByStaff(), CancellationToken.None);
        Assert.Equal(LinkRemadeCard.BookingEnd.Moved, Assert.IsType<LinkRemadeCard.Linked>(await Link()).Booking);

        var candidate = Assert.Single((await CandidatesAsync(office)).Candidates);
        Assert.Equal((old.Id, DisposalReason.Remade, office.Today), (candidate.CardId, candidate.Reason, candidate.DueOn));
        office.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await office.Staff<CountDisposals>().RunAsync(office.Municipality, CancellationToken.None));
        await office.ProposeAsync(old.Id);
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Cards_nobody_came_for_are_candidates_only_where_the_rule_is_on_and_the_later_of_both_days_is_over(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(4);
        await ReNoticeAsync(office, [.. cards.Take(3)], months: 10);
        office.Clock.SetUtcNow(JapanTime.InstantOf(new DateOnly(2027, 12, 23), new TimeOnly(9, 0)));
        await SetRuleAsync(office, on: false);
        Assert.Empty((await CandidatesAsync(office)).Candidates);
        await SetRuleAsync(office, on: true);
        Assert.Empty((await CandidatesAsync(office)).Candidates); // 12 months after the first are over, 3 after the re-notice are not
        office.Clock.Advance(TimeSpan.FromDays(1));

        await office.SuspendAsync(cards[1].Id, Suspension.Hospitalised);
        Assert.IsType<BookForCaller.Booked>(await office.BookForCallerAsync(cards[2].Id, counter, new DateOnly(2027, 12, 27), new TimeOnly(10, 0)));

        var candidate = Assert.Single((await CandidatesAsync(office)).Candidates); // the last one never got a re-notice
        Assert.Equal((cards[0].Id, DisposalReason.Unclaimed), (candidate.CardId, candidate.Reason));
        Assert.Equal((new DateOnly(2026, 11, 24), new DateOnly(2027, 9, 24), new DateOnly(2027, 12, 24)), (candidate.FirstNoticeOn, candidate.LastNoticeOn, candidate.DueOn));
    }

    [Theory]
    [InlineData(12, 3, "2027-01-10", null, null)] // never told again: kept
    [InlineData(12, 3, "2027-01-10", "2027-11-01", "2028-02-01")]
    [InlineData(12, 3, "2027-01-10", "2027-02-01", "2028-01-10")]
    [InlineData(12, null, "2027-01-10", null, "2028-01-10")]
    [InlineData(null, 3, "2027-01-10", "2027-02-01", "2027-05-01")]
    [InlineData(null, null, "2027-01-10", "2027-02-01", null)]
    public void Rule_takes_the_later_of_both_and_keeps_without_a_re_notice(int? afterFirst, int? afterReminder, string first, string? last, string? due)
    {
        var rule = new DisposalRule(On: true, afterFirst, afterReminder);
        var (sent, again) = (Day(first)!.Value, Day(last));

        Assert.Equal(Day(due), rule.DueOn(sent, again, new DateOnly(2027, 1, 31)));
        Assert.Null((rule with { On = false }).DueOn(sent, again, null));
        if (due is not null) Assert.Equal(new DateOnly(2029, 1, 1), rule.DueOn(sent, again, new DateOnly(2028, 12, 31)));

        static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Proposal_is_approved_by_another_and_cards_whose_reason_went_away_drop_out(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await office.AddCardsAsync(3);
        var (second, _) = await office.AddSecondAsync(StaffRoles.Admin);
        foreach (var card in cards) await office.SuspendAsync(card.Id, Suspension.Withdrawn);
        var batch = await office.ProposeAsync([.. cards.Select(card => card.Id)]);
        await LiftAsync(office, cards[0]);
        await MissingCardTests.MissAsync(office, cards[1].Id);

        Assert.IsType<ApproveDisposal.OwnProposal>(await office.ApproveAsync(batch, office.StaffMemberId));
        var approved = Assert.IsType<ApproveDisposal.Approved>(await office.ApproveAsync(batch, second.Id));

        Assert.Equal([(cards[0].SerialNumber, DisposalDrop.SuspensionChanged), (cards[1].SerialNumber, DisposalDrop.Missing)], approved.Dropped.Select(card => (card.SerialNumber, card.Reason)));
        Assert.Equal(1, (await SeeAsync(office, batch)).Count(DisposalCardState.Chosen));
        Assert.IsType<ApproveDisposal.Overtaken>(await office.ApproveAsync(batch, second.Id));
        await LiftAsync(office, cards[2]);
        await office.SuspendAsync(cards[2].Id, Suspension.Hospitalised);
        Assert.Equal(new AbolishCards.DroppedOut(DisposalDrop.SuspensionChanged), await office.AbolishAsync(batch, cards[2]));
        Assert.Equal(Suspension.Hospitalised, (await CardAsync(office, cards[2])).Suspension);
        Assert.IsType<CloseDisposal.Closed>(await CloseAsync(office, batch));
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_booked_meanwhile_drops_out_at_its_abolition(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (counter, card, batch) = await UnclaimedAsync(office);
        Assert.IsType<BookForCaller.Booked>(await office.BookForCallerAsync(card.Id, counter, office.Today.AddDays(3), new TimeOnly(10, 0)));

        Assert.Equal(new AbolishCards.DroppedOut(DisposalDrop.Booked), await office.AbolishAsync(batch, card));

        Assert.Null((await CardAsync(office, card)).Suspension);
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Abolished_card_is_booked_by_nobody_moved_nowhere_and_never_lifted(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (counter, card, batch) = await UnclaimedAsync(office);
        Assert.IsType<AbolishCards.Abolished>(await office.AbolishAsync(batch, card));

        Assert.Equal(new BookForCaller.Refused(new SeatRefusal.NotBookable(card.Id, BookingRefusal.Suspended)), await office.BookForCallerAsync(card.Id, counter, office.Today.AddDays(3), new TimeOnly(10, 0)));
        Assert.IsType<LiftSuspension.Abolished>(await office.Staff<LiftSuspension>().RunAsync(new(card.Id, (await CardAsync(office, card)).Version), office.ByStaff(), CancellationToken.None));
        Assert.IsType<GiveUpDisposal.AlreadyAbolished>(await office.Staff<GiveUpDisposal>().RunAsync(new(batch), office.ByStaff(), CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => office.Staff<SuspendCard>().RunAsync(new(card.Id, Suspension.Abolished), office.ByStaff(), CancellationToken.None));
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Booking_and_abolition_at_the_same_moment_never_both_happen(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (counter, cards, batch) = await UnclaimedAsync(office, 8);

        var outcomes = await Task.WhenAll(cards.Select((card, i) => Task.Run(async () =>
        {
            var booking = Task.Run(() => office.BookForCallerAsync(card.Id, counter, office.Today.AddDays(3), new TimeOnly(9, 0).AddMinutes(15 * i)));
            var abolition = Task.Run(() => office.AbolishAsync(batch, card));
            return (Booked: await booking is BookForCaller.Booked, Abolished: await abolition is AbolishCards.Abolished);
        })));

        Assert.All(outcomes, outcome => Assert.True(outcome.Booked != outcome.Abolished));
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Database_itself_refuses_the_end_of_a_booked_card_and_the_booking_of_an_ended_one(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 2);
        await using var office = day.Office;
        await office.Staff<Database>().UnrecordedAsync(office.Municipality, context =>
            context.Reservations.Where(row => row.CardId == day.Cards[1].Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ReservationState.Lapsed)));
        Task<int> WriteAsync(Func<TewatashiContext, Task<int>> write) => office.Staff<Database>().UnrecordedAsync(office.Municipality, write);
        IQueryable<Card> One(TewatashiContext context, int card) => context.Cards.Where(row => row.Id == day.Cards[card].Id);

        await Assert.ThrowsAnyAsync<Exception>(() => WriteAsync(context => One(context, 0).ExecuteUpdateAsync(set => set.SetProperty(row => row.Suspension, Suspension.Abolished))));
        await Assert.ThrowsAnyAsync<Exception>(() => WriteAsync(context => One(context, 0).ExecuteUpdateAsync(set => set.SetProperty(row => row.Progress, CardProgress.Lost))));
        Assert.Equal(1, await WriteAsync(context => One(context, 1).ExecuteUpdateAsync(set => set.SetProperty(row => row.Suspension, Suspension.Abolished))));
        await Assert.ThrowsAnyAsync<Exception>(() => WriteAsync(context => context.Reservations.Where(row => row.CardId == day.Cards[1].Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ReservationState.Booked))));
        await Assert.ThrowsAnyAsync<Exception>(() => WriteAsync(async context =>
        {
            var old = await context.Reservations.AsNoTracking().SingleAsync(row => row.CardId == day.Cards[1].Id);
            context.Add(new Reservation { Municipality = old.Municipality, Id = Ids.New(), VisitId = old.VisitId, CardId = old.CardId, Ordinal = 2, RecipientKind = old.RecipientKind, Minutes = 15, State = ReservationState.Held });
            return await context.SaveChangesAsync();
        }));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Witness_is_another_person_and_a_third_where_the_municipality_asks_for_three(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var card = (await office.AddCardsAsync(1))[0];
        var (second, signature) = await office.AddSecondAsync(StaffRoles.Admin);
        var third = await office.AddStaffAsync("third", StaffRoles.Custody);
        var clerk = await office.AddStaffAsync("clerk", StaffRoles.Counter);
        await SetRuleAsync(office, on: false, people: 3);
        await office.SuspendAsync(card.Id, Suspension.MovedOut);
        var batch = await office.ProposeAsync(card.Id);
        await office.ApproveAsync(batch, second.Id);
        await office.AbolishAsync(batch, card);
        Assert.IsType<DestroyCards.Nothing>(await office.DestroyAsync(batch, signature));
        await office.ScanForDestructionAsync(batch, card);

        Assert.IsType<DestroyCards.WitnessRefused>(await office.DestroyAsync(batch, signature with { Password = "ちがう合言葉ですよ" }));
        Assert.IsType<DestroyCards.WitnessRefused>(await office.DestroyAsync(batch, new(clerk.UserId.Value, TestStaff.Password)));
        Assert.IsType<DestroyCards.SamePerson>(await office.Staff<DestroyCards>().RunAsync(new(batch, signature), office.By(second.Id), CancellationToken.None));
        Assert.IsType<DestroyCards.ThirdNeeded>(await office.DestroyAsync(batch, signature));
        Assert.Equal(CardProgress.Prepared, (await CardAsync(office, card)).Progress);
        Assert.IsType<DestroyCards.Destroyed>(await office.DestroyAsync(batch, new(third.UserId.Value, TestStaff.Password)));
        Assert.Equal(third.Id, (await office.SeeAsync(context => context.DisposalCards.SingleAsync())).WitnessId);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Only_abolished_cards_of_the_proposal_are_taken_at_the_shredder_and_others_are_recorded(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var boxes = await office.AddBoxesAsync();
        var cards = await office.AddCardsAsync(3);
        var (second, signature) = await office.AddSecondAsync(StaffRoles.Admin);
        foreach (var card in cards) await office.SuspendAsync(card.Id, Suspension.Withdrawn);
        var batch = await office.ProposeAsync(cards[0].Id, cards[1].Id);
        Assert.IsType<AbolishCards.NotApproved>(await office.AbolishAsync(batch, cards[0]));
        await office.ApproveAsync(batch, second.Id);
        Assert.IsType<AbolishCards.NotInBatch>(await office.AbolishAsync(batch, cards[2]));
        Assert.IsType<ScanForDestruction.NotAbolished>(await office.ScanForDestructionAsync(batch, cards[0]));
        Assert.IsType<ScanForDestruction.NotInBatch>(await office.ScanForDestructionAsync(batch, cards[2]));
        await office.AbolishAsync(batch, cards[0]);
        await office.AbolishAsync(batch, cards[1]);
        await office.ScanForDestructionAsync(batch, cards[0]);
        await office.ScanForDestructionAsync(batch, cards[1]);

        // Missed between its scan and the signature: not destroyed, and scanned again when it is found.
        await MissingCardTests.MissAsync(office, cards[1].Id);
        var destroyed = Assert.IsType<DestroyCards.Destroyed>(await office.DestroyAsync(batch, signature));
        Assert.Equal((1, cards[1].SerialNumber), (destroyed.Cards, Assert.Single(destroyed.Dropped).SerialNumber));
        Assert.Equal(new ScanForDestruction.NotHere(PlaceKind.Missing), await office.ScanForDestructionAsync(batch, cards[1]));
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.IsType<FindMissingCard.Found>(await office.Staff<FindMissingCard>().RunAsync(new(boxes[0], cards[1].SerialNumber), office.ByStaff(), CancellationToken.None));
        Assert.IsType<ScanForDestruction.Scanned>(await office.ScanForDestructionAsync(batch, cards[1]));
        Assert.IsType<DestroyCards.Destroyed>(await office.DestroyAsync(batch, signature));

        Assert.Equal(["Stopped", "WrongCard"], await office.SeeAsync(context => context.Audit.Where(row => row.Operation == OperationKind.ScanForDestruction && row.Outcome != "ReadForDestruction").OrderBy(row => row.Id).Select(row => row.Outcome).ToListAsync()));
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Abolished_card_that_is_lost_is_an_incident_and_the_proposal_can_be_closed(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var card = (await office.AddCardsAsync(1))[0];
        var (second, signature) = await office.AddSecondAsync(StaffRoles.Admin);
        await office.SuspendAsync(card.Id, Suspension.Withdrawn);
        var batch = await office.ProposeAsync(card.Id);
        await office.ApproveAsync(batch, second.Id);
        await office.AbolishAsync(batch, card);
        var missed = Assert.IsType<MissCard.Missed>(await MissingCardTests.MissAsync(office, card.Id));
        Assert.IsType<CloseDisposal.NotDone>(await CloseAsync(office, batch));

        Assert.IsType<ConfirmLost.Lost>(await MissingCardTests.ConfirmAsync(office, missed.SearchId, signature));

        Assert.IsType<CloseDisposal.Closed>(await CloseAsync(office, batch));
        Assert.Equal(DisposalDrop.Missing, (await SeeAsync(office, batch)).Lines[0].Row.DropReason);
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_who_propose_the_same_cards_at_once_share_no_card_and_no_number(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await office.AddCardsAsync(4);
        foreach (var card in cards) await office.SuspendAsync(card.Id, Suspension.Withdrawn);
        Guid[][] choices = [[cards[0].Id, cards[1].Id, cards[2].Id], [cards[1].Id, cards[2].Id, cards[3].Id], [cards[0].Id, cards[3].Id]];

        var outcomes = await Task.WhenAll(choices.Select(chosen => Task.Run(() => office.Staff<ProposeDisposal>().RunAsync(new(chosen), office.ByStaff(), CancellationToken.None))));

        Assert.Equal(4, outcomes.OfType<ProposeDisposal.Proposed>().Sum(proposed => proposed.Cards));
        Assert.Equal(4, await office.SeeAsync(context => context.DisposalCards.CountAsync()));
        Assert.Equal(outcomes.OfType<ProposeDisposal.Proposed>().Count(), (await office.SeeAsync(context => context.DisposalBatches.Select(row => row.Number).ToListAsync())).Distinct().Count());
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Proposal_given_up_and_a_card_left_out_are_candidates_again(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await office.AddCardsAsync(2);
        foreach (var card in cards) await office.SuspendAsync(card.Id, Suspension.MovedAbroad);
        var batch = await office.ProposeAsync([.. cards.Select(card => card.Id)]);

        Assert.True(await office.Staff<LeaveOutOfDisposal>().RunAsync(new(batch, cards[0].Id), office.ByStaff(), CancellationToken.None));
        Assert.False(await office.Staff<LeaveOutOfDisposal>().RunAsync(new(batch, cards[0].Id), office.ByStaff(), CancellationToken.None));
        Assert.Equal([cards[0].Id], (await CandidatesAsync(office)).Candidates.Select(row => row.CardId));
        Assert.IsType<GiveUpDisposal.GivenUp>(await office.Staff<GiveUpDisposal>().RunAsync(new(batch), office.ByStaff(), CancellationToken.None));
        Assert.Equal(2, (await CandidatesAsync(office)).Total);
        Assert.IsType<GiveUpDisposal.NotRunning>(await office.Staff<GiveUpDisposal>().RunAsync(new(batch), office.ByStaff(), CancellationToken.None));
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Daily_queue_counts_cards_stopped_for_good_since_yesterday_until_they_are_proposed(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var card = (await office.AddCardsAsync(1))[0];
        await office.SuspendAsync(card.Id, Suspension.Withdrawn);
        Assert.Equal(0, await WaitingAsync());
        office.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await WaitingAsync());
        Assert.Contains("廃棄を待つカードが1枚あります", (await (await office.StaffSiteAsync(StaffRoles.Custody)).GetAsync("/")).Text, StringComparison.Ordinal);
        await office.ProposeAsync(card.Id);
        Assert.Equal(0, await WaitingAsync());

        Task<int> WaitingAsync() => office.Staff<CountDisposals>().RunAsync(office.Municipality, CancellationToken.None);
    }

    [Theory, MemberData(nameof(Bends))]
    public async Task Check_finds_a_bent_disposal(Engine engine, string rule)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await office.AddCardsAsync(3);
        var second = await office.AddSecondAsync(StaffRoles.Admin);
        await office.DisposeOfAsync(cards[0], Suspension.Withdrawn, second);
        await office.SuspendAsync(cards[1].Id, Suspension.Withdrawn);
        var batch = await office.ProposeAsync(cards[1].Id);
        await office.ApproveAsync(batch, second.Member.Id);
        await office.AbolishAsync(batch, cards[1]);
        await AssertSoundAsync(office);

        Assert.NotEqual(0, await office.Staff<Database>().UnrecordedAsync(office.Municipality, Bent[rule]));

        Assert.Contains(rule, (await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None)).Violations.Select(row => row.Invariant));
    }

    internal static TheoryData<Engine, string> OnBoth(IEnumerable<string> names)
    {
        var data = new TheoryData<Engine, string>();
        foreach (var name in names)
        {
            data.Add(Engine.Sqlite, name);
            data.Add(Engine.Postgres, name);
        }

        return data;
    }

    internal static Task SetRuleAsync(TestOffice office, bool on, int people = 2) => office.Staff<Database>().UnrecordedAsync(office.Municipality, async context =>
    {
        var settings = await context.Settings.SingleAsync();
        (settings.DisposalOn, settings.DisposalPeople) = (on, people);
        return await context.SaveChangesAsync();
    });

    /// <summary>A card that nobody came for, in an approved proposal, a year and a half later.</summary>
    private static async Task<(Tewatashi.Counters.Counter Counter, Card Card, Guid Batch)> UnclaimedAsync(TestOffice office)
    {
        var (counter, cards, batch) = await UnclaimedAsync(office, 1);
        return (counter, cards[0], batch);
    }

    private static async Task<(Tewatashi.Counters.Counter Counter, IReadOnlyList<Card> Cards, Guid Batch)> UnclaimedAsync(TestOffice office, int count)
    {
        var counter = await office.AddCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(count);
        await ReNoticeAsync(office, [.. cards], months: 10);
        office.Clock.SetUtcNow(JapanTime.InstantOf(new DateOnly(2028, 5, 12), new TimeOnly(9, 0))); // a Friday
        await SetRuleAsync(office, on: true);
        var (second, _) = await office.AddSecondAsync(StaffRoles.Admin);
        var batch = await office.ProposeAsync([.. cards.Select(card => card.Id)]);
        Assert.Empty(Assert.IsType<ApproveDisposal.Approved>(await office.ApproveAsync(batch, second.Id)).Dropped);
        return (counter, [.. cards.Select(card => card.Card)], batch);
    }

    /// <summary>Withdraws the notices of these cards and writes second ones, so many months later.</summary>
    private static Task<int> ReNoticeAsync(TestOffice office, IReadOnlyList<NotifiedCard> cards, int months) => office.Staff<Database>().UnrecordedAsync(office.Municipality, async context =>
    {
        var original = await context.NoticeBatches.AsNoTracking().FirstAsync();
        var batch = new NoticeBatch
        {
            Municipality = original.Municipality,
            Id = Ids.New(),
            Name = "再通知",
            Form = original.Form,
            NeedsMatching = false,
            Stage = 1,
            DeadlineOn = original.DeadlineOn,
            CreatedAt = original.CreatedAt,
        };
        context.Add(batch);
        foreach (var id in cards.Select(card => card.NoticeId))
        {
            var first = await context.Notices.SingleAsync(row => row.Id == id);
            first.State = NoticeState.Withdrawn;
            context.Add(new Notice
            {
                Municipality = first.Municipality,
                Id = Ids.New(),
                CardId = first.CardId,
                BatchId = batch.Id,
                Ordinal = first.Ordinal,
                Sequence = 2,
                Stage = 1,
                ReceptionNumber = ReceptionNumber.New(),
                PasswordSalt = first.PasswordSalt,
                PasswordHash = first.PasswordHash,
                State = NoticeState.Sent,
                IssuedAt = first.IssuedAt,
                SentOn = first.SentOn!.Value.AddMonths(months),
                DeadlineOn = first.SentOn.Value.AddMonths(months).AddDays(30),
            });
        }

        return await context.SaveChangesAsync();
    });

    private static Task<ListCandidates.View> CandidatesAsync(TestOffice office) => office.Staff<ListCandidates>().RunAsync(Tewatashi.Lists.ListAsk.Of(new CandidateList(), office.Today), office.ByStaff(), CancellationToken.None);

    private static Task<Card> CardAsync(TestOffice office, Card card) => office.SeeAsync(context => context.Cards.AsNoTracking().SingleAsync(row => row.Id == card.Id));

    private static async Task LiftAsync(TestOffice office, Card card) =>
        Assert.IsType<LiftSuspension.Lifted>(await office.Staff<LiftSuspension>().RunAsync(new(card.Id, (await CardAsync(office, card)).Version), office.ByStaff(), CancellationToken.None));

    private static Task<CloseDisposal.Outcome> CloseAsync(TestOffice office, Guid batch) => office.Staff<CloseDisposal>().RunAsync(new(batch), office.ByStaff(), CancellationToken.None);

    private static async Task<ViewDisposal.View> SeeAsync(TestOffice office, Guid batch) =>
        await office.Staff<ViewDisposal>().RunAsync(new(batch), office.ByStaff(), CancellationToken.None) ?? throw new InvalidOperationException("No such proposal.");

    private static async Task AssertSoundAsync(TestOffice office) =>
        Assert.Empty((await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None)).Violations);
}
