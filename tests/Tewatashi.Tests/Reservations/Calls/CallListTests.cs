using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Lists;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Calls;
using Tewatashi.Reservations.Closures;
using Tewatashi.Staff;
using Tewatashi.Testing;
using Xunit;
using Database = Tewatashi.Data.Database;

namespace Tewatashi.Tests.Reservations.Calls;

/// <summary>電話連絡一覧: who is called, what for, how it went; never a telephone number.</summary>
public sealed class CallListTests
{
    private static readonly DateOnly Day = TestCounters.FirstWebDay;
    private static readonly TimeOnly Ten = new(10, 0);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_put_on_hold_while_booked_goes_on_the_call_list_and_leaves_it_when_lifted(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        await office.BookForCallerAsync(card.Id, counter, Day, Ten);

        await office.Staff<SuspendCard>().RunAsync(new(card.Id, Suspension.Hospitalised), office.ByStaff(), CancellationToken.None);

        var view = await SeeAsync(office);
        var line = Assert.Single(view.Lines);
        Assert.Equal((CallReason.CardOnHold, CallState.Open), (line.Call.Reason, line.Call.State));
        Assert.Equal(card.Card.SerialNumber, line.SerialNumber);
        Assert.Equal(TestCards.NamesOf(1).KanaName, line.KanaName);
        Assert.Equal((Day, Ten, counter.Name), (line.Visit!.Day, line.Visit.StartsAt, line.Visit.Counter)); // it was booked above
        var version = await office.SeeAsync(context => context.Cards.Where(row => row.Id == card.Id).Select(row => row.Version).SingleAsync());
        await office.Staff<LiftSuspension>().RunAsync(new(card.Id, version), office.ByStaff(), CancellationToken.None);
        Assert.Empty((await SeeAsync(office)).Lines);
        Assert.Equal(CallState.Withdrawn, await office.SeeAsync(context => context.Calls.Select(row => row.State).SingleAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Look_at_the_call_list_is_recorded_with_every_card_shown(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await office.AddCardsAsync(2);
        await AddAsync(office, [.. cards.Select(card => new NewCall(CallReason.NeedsRebooking, card.Id))]);

        await SeeAsync(office);

        var entry = await office.SeeAsync(context => context.Audit.AsNoTracking().SingleAsync(row => row.Operation == OperationKind.ViewCalls));
        var shown = await office.SeeAsync(context => context.AuditSubjects.Where(row => row.EntryId == entry.Id).Select(row => row.SubjectId).ToListAsync());
        Assert.Equal(cards.Select(card => card.Id).Order(), shown.Order());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Call_nobody_answered_is_counted_and_stays_until_it_is_settled(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var card = (await office.AddCardsAsync(1))[0];
        await AddAsync(office, [new NewCall(CallReason.Outage, card.Id)]);

        for (var time = 0; time < 2; time++) Assert.IsType<AnswerCall.Answered>(await AnswerAsync(office, CallAnswer.NotReached));
        var tried = Assert.Single((await SeeAsync(office)).Lines).Call;
        Assert.Equal((CallState.NotReached, 2), (tried.State, tried.NotReached));
        Assert.IsType<AnswerCall.Answered>(await AnswerAsync(office, CallAnswer.Reached));
        Assert.Equal(CallState.Reached, Assert.Single((await SeeAsync(office)).Lines).Call.State);
        Assert.IsType<AnswerCall.Answered>(await AnswerAsync(office, CallAnswer.Done));

        Assert.Empty((await SeeAsync(office)).Lines);
        Assert.Equal(0, await office.Staff<CountCalls>().RunAsync(office.Municipality, CancellationToken.None));
        Assert.IsType<AnswerCall.ChangedMeanwhile>(await office.Staff<AnswerCall>().RunAsync(new(tried.Id, tried.Version, CallAnswer.Done), office.ByStaff(), CancellationToken.None));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Same_card_and_reason_put_on_the_list_many_times_at_once_is_called_once(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var card = (await office.AddCardsAsync(1))[0];

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => AddAsync(office, [new NewCall(CallReason.Offer, card.Id)]))));
        await AddAsync(office, [new NewCall(CallReason.NeedsRebooking, card.Id)]);

        var calls = await office.SeeAsync(context => context.Calls.AsNoTracking().OrderBy(row => row.Reason).Select(row => row.Reason).ToListAsync());
        Assert.Equal([CallReason.NeedsRebooking, CallReason.Offer], calls);
    }

    [Fact]
    public async Task Call_list_page_shows_number_name_and_what_to_say_and_takes_the_answer()
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        var card = (await office.AddCardsAsync(1))[0];
        await AddAsync(office, [new NewCall(CallReason.NeedsRebooking, card.Id)]);
        var site = await office.StaffSiteAsync(StaffRoles.Phone);

        var page = await site.GetAsync("/calls");

        Assert.Contains(card.SerialNumber.Display, page.Text, StringComparison.Ordinal);
        Assert.Contains(TestCards.NamesOf(1).KanaName!.Display.Replace('　', ' '), page.Text, StringComparison.Ordinal); // the test's cards have names
        Assert.Contains(CallReason.NeedsRebooking.WhatToSay(), page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector($"main a[href='/desk/{card.Id}']"));
        Assert.Contains("1", page.Document.QuerySelector("nav a[href='/calls'] .tw-nav__count")!.TextContent, StringComparison.Ordinal); // counted in the menu
        page = await site.SubmitAsync(page, [], button: "不在");
        Assert.Contains("連絡の結果を記録しました。", page.Text, StringComparison.Ordinal);
        Assert.Contains("不在(1回)", page.Text, StringComparison.Ordinal);
        page = await site.SubmitAsync(page, [], button: "済");
        Assert.Contains("電話する方はいません。", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector(".tw-nav__count"));
    }

    [Fact]
    public async Task Call_list_is_closed_to_those_who_may_not_book_for_callers()
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        var site = await office.StaffSiteAsync(StaffRoles.Auditor);

        var page = await site.GetAsync("/calls");

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, page.Status);
    }

    private static Task<SeeCalls.View> SeeAsync(TestOffice office) => office.Staff<SeeCalls>().RunAsync(new(ListAsk.Of(new CallsList(), office.Today), 1), office.ByStaff(), CancellationToken.None);

    private static async Task<AnswerCall.Outcome> AnswerAsync(TestOffice office, CallAnswer answer)
    {
        var call = (await SeeAsync(office)).Lines[0].Call;
        return await office.Staff<AnswerCall>().RunAsync(new(call.Id, call.Version, answer), office.ByStaff(), CancellationToken.None);
    }

    private static Task<bool> AddAsync(TestOffice office, IReadOnlyList<NewCall> calls) =>
        office.Staff<Database>().WriteAsync(office.ByStaff(), OperationKind.FitSeats, async work =>
        {
            await work.AddCallsAsync(calls, CancellationToken.None);
            work.Record("Added");
            return true;
        });
}
