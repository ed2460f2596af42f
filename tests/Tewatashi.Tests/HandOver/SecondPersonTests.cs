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

/// <summary>Two people for a proxy and for every exception: another one, by their own password.</summary>
public sealed class SecondPersonTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Proxy_gets_the_card_only_with_a_second_person_and_both_names_stand_in_the_history(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine, kind: RecipientKind.VoluntaryProxy)).EveryoneHereAsync();
        await using var office = day.Office;
        var (second, signature) = await office.AddSecondAsync();
        var first = await office.AddStaffAsync("first", StaffRoles.Counter);
        var form = await day.GoodFormAsync();
        var caller = office.ByStaff() with { Actor = Actor.Staff(first.Id, "Counter") };

        var alone = await day.HandOverAsync(form);
        var confirmed = await office.Staff<HandOverCard>().RunAsync(form with { Second = signature }, caller, CancellationToken.None);

        Assert.Equal(HandOverExceptions.Proxy, Assert.IsType<HandOverCard.SecondNeeded>(alone).For);
        Assert.IsType<HandOverCard.HandedOver>(confirmed);
        var record = await office.SeeAsync(context => context.HandOvers.AsNoTracking().SingleAsync());
        Assert.Equal((first.Id, second.Id, HandOverExceptions.Proxy), (record.StaffMemberId, record.SecondId, record.Exceptions));
        var view = Assert.IsType<ViewCard.Shown>(await office.Staff<ViewCard>().RunAsync(new(day.Cards[0].Id, WithNames: false), office.ByStaff(), CancellationToken.None)).View;
        Assert.Contains(view.History, line => line.What == "交付" && line.Who == $"{first.DisplayName}、二人目 {second.DisplayName}");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Proxy_needs_no_second_person_where_the_municipality_switched_the_rule_off(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine, cards: 2, kind: RecipientKind.VoluntaryProxy)).EveryoneHereAsync();
        await using var office = day.Office;
        await RuleOffAsync(office);
        await office.Staff<Database>().UnrecordedAsync(office.Municipality, context =>
            context.Reservations.Where(row => row.CardId == day.Cards[1].Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.RecipientKind, RecipientKind.Applicant)));
        var unbooked = await day.GoodFormAsync(1) with { Recipient = new(RecipientKind.VoluntaryProxy, KanaName.Parse("ダイリ　ハナコ")), Answers = TestDay.GoodAnswers(RecipientKind.VoluntaryProxy) };

        Assert.IsType<HandOverCard.HandedOver>(await day.HandOverAsync(await day.GoodFormAsync()));
        Assert.Equal(HandOverExceptions.OtherThanBooked, Assert.IsType<HandOverCard.SecondNeeded>(await day.HandOverAsync(unbooked)).For);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Every_exception_needs_a_second_person(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;
        var (_, signature) = await office.AddSecondAsync();
        var form = await day.GoodFormAsync();
        var answers = TestDay.GoodAnswers(RecipientKind.Applicant);
        answers[Checklist.NoticeAnswered] = 0;
        await day.ChangeCardAsync(0, card => card.LastDayOn = day.Day.AddDays(-1));
        var exceptional = form with { Answers = answers };

        var alone = await day.HandOverAsync(exceptional);
        var confirmed = await day.HandOverAsync(exceptional with { Second = signature });

        Assert.Equal(HandOverExceptions.WithoutNotice | HandOverExceptions.AfterDeadline, Assert.IsType<HandOverCard.SecondNeeded>(alone).For);
        Assert.IsType<HandOverCard.HandedOver>(confirmed);
        Assert.Equal(HandOverExceptions.WithoutNotice | HandOverExceptions.AfterDeadline, await office.SeeAsync(context => context.HandOvers.Select(row => row.Exceptions).SingleAsync()));
        Assert.Empty((await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None)).Violations);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Second_person_who_is_the_first_is_refused_and_recorded(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine, kind: RecipientKind.VoluntaryProxy)).EveryoneHereAsync();
        await using var office = day.Office;
        var (second, signature) = await office.AddSecondAsync();
        var form = await day.GoodFormAsync() with { Second = signature };

        var outcome = await office.Staff<HandOverCard>().RunAsync(form, office.ByStaff() with { Actor = Actor.Staff(second.Id, "Counter") }, CancellationToken.None);

        Assert.IsType<HandOverCard.SamePerson>(outcome);
        Assert.Equal(["SamePerson"], await day.RecordedAsync(OperationKind.HandOverCard));
        Assert.Equal(ReservationState.CheckedIn, (await day.ReservationAsync()).State);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Same_person_twice_is_refused_by_the_database_itself(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;
        var reservation = await day.ReservationAsync();
        var member = Ids.New();

        await Assert.ThrowsAnyAsync<Exception>(() => office.Staff<Database>().UnrecordedAsync(office.Municipality, context =>
        {
            context.Add(new HandOverRecord
            {
                Municipality = office.Municipality,
                Id = Ids.New(),
                CardId = day.Cards[0].Id,
                ReservationId = reservation.Id,
                CounterId = day.Counter.Id,
                At = office.Clock.GetUtcNow(),
                StaffMemberId = member,
                SecondId = member,
                RecipientKind = RecipientKind.VoluntaryProxy,
                FileNumber = "8-1",
            });
            return context.SaveChangesAsync();
        }));
        Assert.False(await office.SeeAsync(context => context.HandOvers.AnyAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Wrong_passwords_of_the_second_person_lock_their_account(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine, kind: RecipientKind.VoluntaryProxy)).EveryoneHereAsync();
        await using var office = day.Office;
        var (second, signature) = await office.AddSecondAsync();
        var form = await day.GoodFormAsync();

        for (var attempt = 0; attempt < 5; attempt++) Assert.IsType<HandOverCard.SecondRefused>(await day.HandOverAsync(form with { Second = signature with { Password = "ちがう合言葉ですよ" } }));
        var right = await day.HandOverAsync(form with { Second = signature });
        var signIn = await office.Staff<SignInStaff>().RunAsync(new(signature.UserId, signature.Password), "test", CancellationToken.None);
        office.Clock.Advance(TimeSpan.FromMinutes(6));
        var later = await day.HandOverAsync(form with { Second = signature });

        Assert.IsType<HandOverCard.SecondRefused>(right);
        Assert.IsType<SignInStaff.Refused>(signIn);
        Assert.IsType<HandOverCard.HandedOver>(later);
        var tries = await office.SeeAsync(context => context.Audit.CountAsync(row => row.Operation == OperationKind.HandOverCard && row.Outcome == "SecondRefused"
            && context.AuditSubjects.Any(subject => subject.EntryId == row.Id && subject.SubjectId == second.Id)));
        Assert.Equal(6, tries);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Second_person_without_the_permission_or_unknown_gets_the_same_answer(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine, kind: RecipientKind.VoluntaryProxy)).EveryoneHereAsync();
        await using var office = day.Office;
        var (_, signature) = await office.AddSecondAsync(StaffRoles.Phone);
        var form = await day.GoodFormAsync();

        Assert.Equal(new HandOverCard.SecondRefused(), await day.HandOverAsync(form with { Second = signature }));
        Assert.Equal(new HandOverCard.SecondRefused(), await day.HandOverAsync(form with { Second = signature with { UserId = "nobody-here" } }));
        Assert.Equal(PlaceKind.Tray, (await day.CardAsync()).PlaceKind);
    }

    internal static Task RuleOffAsync(TestOffice office) =>
        office.Staff<Database>().UnrecordedAsync(office.Municipality, context => context.Settings.ExecuteUpdateAsync(set => set.SetProperty(row => row.SecondForProxy, false)));
}
