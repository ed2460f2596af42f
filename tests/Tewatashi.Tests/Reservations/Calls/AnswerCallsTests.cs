using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Lists;
using Tewatashi.Reservations.Calls;
using Tewatashi.Staff;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Reservations.Calls;

/// <summary>One answer for many calls: shown first, then written down call by call.</summary>
public sealed class AnswerCallsTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Calls_of_a_selection_are_answered_each_with_its_own_entry_and_the_others_are_named(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var calls = await AddAsync(office, 3);
        await office.Staff<AnswerCall>().RunAsync(new(calls[1].CallId, calls[1].Version, CallAnswer.Reached), office.ByStaff(), CancellationToken.None);
        await office.Staff<AnswerCall>().RunAsync(new(calls[2].CallId, calls[2].Version, CallAnswer.Done), office.ByStaff(), CancellationToken.None);

        var preview = await office.Staff<PreviewCallAnswers>().RunAsync(new(calls), office.ByStaff(), CancellationToken.None);
        Assert.Equal([null, CallAnswerRefusal.Overtaken, CallAnswerRefusal.Over], preview.Select(line => line.LeftOut));
        var result = await office.Staff<AnswerCalls>().RunAsync(new(calls, CallAnswer.Done), office.ByStaff(), CancellationToken.None);

        Assert.Equal((1, 2), (result.Answered, result.LeftOut.Count));
        Assert.Equal([CallState.Done, CallState.Reached, CallState.Done], await office.SeeAsync(context => context.Calls.OrderBy(row => row.Id).Select(row => row.State).ToListAsync()));
        Assert.Equal(["Done", "Done", "Reached"], await office.SeeAsync(context => context.Audit.Where(row => row.Operation == OperationKind.AnswerCall).Select(row => row.Outcome).OrderBy(word => word).ToListAsync()));
        var again = await office.Staff<AnswerCalls>().RunAsync(new(calls, CallAnswer.Done), office.ByStaff(), CancellationToken.None);
        Assert.Equal(0, again.Answered);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task List_keeps_those_that_are_settled_for_whoever_asks_and_sorts_by_what_is_due(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var calls = await AddAsync(office, 3);
        await office.Staff<AnswerCall>().RunAsync(new(calls[2].CallId, calls[2].Version, CallAnswer.Done), office.ByStaff(), CancellationToken.None);
        var list = new CallsList();

        var live = await SeeAsync(ListAsk.Of(list, office.Today));
        Assert.Equal([calls[1].CallId, calls[0].CallId], live.Lines.Select(line => line.Call.Id)); // the second is due first
        Assert.Equal([calls[0].CallId, calls[1].CallId], (await SeeAsync(new(list, ListFilter.Of(list, ("State", "Live")), "Serial"))).Lines.Select(line => line.Call.Id));
        Assert.Equal([calls[2].CallId], (await SeeAsync(new(list, ListFilter.Of(list, ("State", "Done"), ("Reason", "CardOnHold"))))).Lines.Select(line => line.Call.Id));
        Assert.Equal(3, (await SeeAsync(new(list, ListFilter.Of(list)))).Page.Total);

        Task<SeeCalls.View> SeeAsync(ListAsk ask) => office.Staff<SeeCalls>().RunAsync(new(ask, 1), office.ByStaff(), CancellationToken.None);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Page_shows_the_selection_first_and_then_writes_it_down(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var calls = await AddAsync(office, 2);
        var site = await office.StaffSiteAsync(StaffRoles.Phone);
        var list = await site.GetAsync("/calls");
        var ticks = list.Document.QuerySelectorAll("input[name=Selected][form=bulk]").Select(box => box.GetAttribute("value")!).ToList(); // a value each

        Assert.Equal(2, ticks.Count);
        Assert.Contains("記録する方を1人以上選んでください", (await site.SubmitAsync(list, new() { ["Answer"] = "Reached" }, "/calls/answer")).Text, StringComparison.Ordinal);
        var preview = await site.SubmitAsync(list, new() { ["Answer"] = "Reached", ["Selected[0]"] = ticks[0], ["Selected[1]"] = ticks[1] }, "/calls/answer");
        Assert.Contains("まだ記録していません。記録するもの: 2件、記録しないもの: 0件", preview.Text, StringComparison.Ordinal);
        Assert.Equal(2, await office.SeeAsync(context => context.Calls.CountAsync(row => row.State == CallState.Open)));

        await office.Staff<AnswerCall>().RunAsync(new(calls[0].CallId, calls[0].Version, CallAnswer.NotReached), office.ByStaff(), CancellationToken.None);
        var done = await site.SubmitAsync(preview);
        Assert.Contains("1件に記録しました", done.Text, StringComparison.Ordinal);
        Assert.Contains("ほかの職員が先に記録しました", done.Text, StringComparison.Ordinal);
        Assert.Equal(1, await office.SeeAsync(context => context.Calls.CountAsync(row => row.State == CallState.Reached)));
    }

    /// <summary>As other parts of the office put them there; the second is due the next day.</summary>
    private static async Task<IReadOnlyList<AnswerCalls.Chosen>> AddAsync(TestOffice office, int count)
    {
        var cards = await office.AddCardsAsync(count);
        foreach (var (index, card) in cards.Index())
        {
            await office.Staff<Database>().WriteAsync(office.ByStaff(), OperationKind.SuspendCard, async work =>
            {
                await work.AddCallAsync(new NewCall(CallReason.CardOnHold, card.Id, null, index == 1 ? work.Now.AddDays(1) : null), CancellationToken.None);
                return work.Record("Stopped", card.Id);
            });
            office.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        return await office.SeeAsync(async context => (await context.Calls.OrderBy(row => row.Id).Select(row => new { row.Id, row.Version }).ToListAsync()).ConvertAll(row => new AnswerCalls.Chosen(row.Id, row.Version)));
    }
}
