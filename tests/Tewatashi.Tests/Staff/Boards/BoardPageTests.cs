using System.Net;
using Tewatashi.Audit;
using Tewatashi.Staff;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Staff.Boards;

/// <summary>The board of today over HTTP: a page without script, and the same as events.</summary>
public sealed class BoardPageTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Board_works_without_script_and_names_nobody(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 2);
        await using var office = day.Office;
        day.At(10, 0);
        await day.CheckInAsync(0);
        day.At(10, 7);
        var site = await office.StaffSiteAsync(StaffRoles.Counter);

        var board = await site.GetAsync("/board");

        Assert.Contains("お待ちの方 1組", board.Text, StringComparison.Ordinal);
        Assert.Contains(day.Booked[0].Number.Display, board.Text, StringComparison.Ordinal);
        Assert.Contains("7分", board.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(day.Cards[0].Card.SerialNumber.LastFour, board.Document.QuerySelector("main")!.TextContent.Replace(day.Booked[0].Number.Display, "", StringComparison.Ordinal).Replace(day.Booked[1].Number.Display, "", StringComparison.Ordinal), StringComparison.Ordinal);
        var called = await site.SubmitAsync(board, formAction: "Call");
        Assert.Contains("呼び出しました", called.Text, StringComparison.Ordinal);
        Assert.Contains("中央値 7分", called.Text, StringComparison.Ordinal);
        Assert.Contains("呼び出した方 1組", called.Text, StringComparison.Ordinal);
        Assert.Equal(["Called"], await day.RecordedAsync(OperationKind.CallVisit));
        Assert.NotEmpty(await day.RecordedAsync(OperationKind.ViewDay));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Open_board_is_told_of_a_check_in_as_it_happens(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 2);
        await using var office = day.Office;
        day.At(10, 0);
        var site = await office.StaffSiteAsync(StaffRoles.Counter);
        var limit = TestContext.Current.CancellationToken;

        using var reader = new StreamReader(await site.Client.GetStreamAsync(new Uri("/board?handler=Events", UriKind.Relative), limit));
        var first = await NextAsync(reader, limit);
        await day.CheckInAsync(1);
        var second = await NextAsync(reader, limit);

        Assert.Contains("お待ちの方 0組", first, StringComparison.Ordinal);
        Assert.Contains("お待ちの方 1組", second, StringComparison.Ordinal);
        Assert.Contains(day.Booked[1].Number.Display, second, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Events_are_open_to_those_alone_who_may_see_the_page(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var operations = await office.StaffSiteAsync(StaffRoles.Operations);

        Assert.Equal(HttpStatusCode.Forbidden, (await operations.GetAsync("/board")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await operations.GetAsync("/board?handler=Events")).Status);
        using var stranger = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = operations.Address };
        using var answer = await stranger.GetAsync(new Uri("/board?handler=Events", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/sign-in", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    private static async Task<string> NextAsync(StreamReader reader, CancellationToken limit)
    {
        while (await reader.ReadLineAsync(limit) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal)) return line;
        }

        throw new InvalidOperationException("The events ended.");
    }
}
