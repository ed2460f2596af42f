using System.Text;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.HandOver.Closings;
using Tewatashi.HandOver.Terminal;
using Tewatashi.Testing;
using Tewatashi.Tests.HandOver.Closings;

namespace Tewatashi.Tests.HandOver.Terminal;

/// <summary>統合端末との照合: each difference by its number, both ways, settled by a code or gone by the proper step.</summary>
public sealed class TerminalTests
{
    private static readonly DateOnly Wednesday = TestDay.Wednesday;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task List_of_the_day_names_what_differs_in_both_directions(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine, cards: 4)).EveryoneHereAsync();
        await using var office = day.Office;
        await day.HandedOverAsync(0);
        await day.HandedOverAsync(1);

        var imported = await ImportAsync(office, "製造管理番号,区分,日付\nMIH-000002,交付済,2026/11/25\nMIH000003\t交付済\nMIH000004 廃止 R8.11.25\nZZZ000001,交付済,20261125\nZZZ000002,廃止,2026-11-25\n");
        var view = await SeeAsync(office);

        Assert.Equal(new ImportTerminalList.Imported(5, 5), imported);
        Assert.NotNull(view);
        Assert.Equal(
            [("MIH-000001", DifferenceSide.OnlyHere), ("MIH-000003", DifferenceSide.HandedOverThere), ("ZZZ-000001", DifferenceSide.HandedOverThere), ("MIH-000004", DifferenceSide.AbolishedThere)],
            view.Differences.Select(row => (row.SerialNumber.Display, row.Side)));
        Assert.Equal((5, 4), (view.Lines, view.Open));
        Assert.Null(view.Differences[2].CardId);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Difference_is_settled_by_a_code_once_or_is_gone_by_the_proper_step(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine, cards: 2)).EveryoneHereAsync();
        await using var office = day.Office;
        await day.HandedOverAsync(0);
        await ImportAsync(office, "MIH000002,交付済");

        var explained = await ExplainAsync(office, day.Cards[0], DifferenceSide.OnlyHere);
        var again = await ExplainAsync(office, day.Cards[0], DifferenceSide.OnlyHere);
        await day.HandedOverAsync(1);
        var view = await SeeAsync(office);

        Assert.IsType<ExplainDifference.Explained>(explained);
        Assert.IsType<ExplainDifference.NotOpen>(again);
        Assert.NotNull(view);
        Assert.Equal((0, DifferenceReason.EnteredOnAnotherDay), (view.Open, Assert.Single(view.Differences).Reason));
        Assert.Equal(["Recorded"], await day.RecordedAsync(OperationKind.ExplainDifference));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task List_brought_in_again_adds_only_what_is_new_and_an_entry_of_the_next_day_settles_the_day_before(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine, cards: 2)).EveryoneHereAsync();
        await using var office = day.Office;
        await day.HandedOverAsync(0);
        await ImportAsync(office, "", empty: true);
        var alone = await SeeAsync(office);
        day.After(1);

        var first = await ImportAsync(office, "MIH000001,交付済,2026-11-26");
        var again = await ImportAsync(office, "MIH000001,交付済,2026-11-26\nMIH000001,交付済,2026-11-26");

        Assert.NotNull(alone);
        Assert.Equal(1, alone.Open);
        Assert.Equal((new ImportTerminalList.Imported(1, 1), new ImportTerminalList.Imported(2, 0)), (first, again));
        Assert.Empty((await SeeAsync(office))!.Differences);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task List_that_cannot_be_read_or_holds_what_it_must_not_is_refused_whole(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        office.Clock.SetUtcNow(Tewatashi.Time.JapanTime.InstantOf(Wednesday, new TimeOnly(17, 0)));

        var unreadable = Assert.IsType<ImportTerminalList.Unreadable>(await ImportAsync(office, "MIH000001,交付済\nミホン　ハナコ,交付済\nMIH000002,渡した\nMIH000003,廃止,13月\n"));
        Assert.Equal([2, 3, 4], unreadable.Lines);
        Assert.IsType<ImportTerminalList.IndividualNumberDropped>(await ImportAsync(office, "MIH000001,交付済\n123456789018,交付済"));
        Assert.IsType<ImportTerminalList.InFuture>(await ImportAsync(office, "MIH000001,交付済,2026-11-26"));
        Assert.IsType<ImportTerminalList.NothingGiven>(await ImportAsync(office, " \n"));
        Assert.Equal((0, 0), await office.SeeAsync(async context => (await context.TerminalLists.CountAsync(), await context.TerminalRows.CountAsync())));
        Assert.Null(await SeeAsync(office));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Closing_counts_the_differences_that_are_open(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 4);
        await using var office = day.Office;
        await ClosingTests.EndAsync(day);
        await ImportAsync(office, "MIH000002,交付済");

        var closed = Assert.IsType<CloseCounter.Closed>(await ClosingTests.CloseAsync(day, oldPapers: 3)).Closing;

        Assert.Equal(2, closed.Differences);
    }

    [Fact]
    public void Text_of_a_file_is_read_in_either_encoding()
    {
        var cp932 = CodePagesEncodingProvider.Instance.GetEncoding(932)!; // every platform has it
        const string Text = "MIH000001,交付済,2026年11月25日";

        Assert.Equal(Text, TerminalText.Decode(cp932.GetBytes(Text)));
        Assert.Equal(Text, TerminalText.Decode([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)]));
        Assert.Equal(new DateOnly(2026, 11, 25), Assert.Single(TerminalText.Read(Text, new DateOnly(2026, 1, 1)).Lines).Day);
    }

    private static Task<ImportTerminalList.Outcome> ImportAsync(TestOffice office, string text, bool empty = false) =>
        office.Staff<ImportTerminalList>().RunAsync(new(Wednesday, text, empty), office.ByStaff(), CancellationToken.None);

    private static Task<TerminalView?> SeeAsync(TestOffice office) => office.Staff<SeeTerminal>().RunAsync(new(Wednesday), office.ByStaff(), CancellationToken.None);

    private static Task<ExplainDifference.Outcome> ExplainAsync(TestOffice office, NotifiedCard card, DifferenceSide side) =>
        office.Staff<ExplainDifference>().RunAsync(new(Wednesday, card.Card.SerialNumber, side, DifferenceReason.EnteredOnAnotherDay), office.ByStaff(), CancellationToken.None);
}
