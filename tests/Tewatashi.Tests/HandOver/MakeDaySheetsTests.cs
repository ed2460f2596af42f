using Tewatashi.Audit;
using Tewatashi.HandOver;
using Tewatashi.Testing;

namespace Tewatashi.Tests.HandOver;

/// <summary>当日控え: there each morning without anyone asking, outside the database, without a name.</summary>
public sealed class MakeDaySheetsTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Sheet_of_each_counter_with_visits_is_made_once_each_morning(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 2);
        await using var office = day.Office;
        await office.AddCounterAsync("H2");
        day.At(5, 59);
        var early = await MakeAsync(office);
        day.At(6, 0);

        var made = await MakeAsync(office);
        var again = await MakeAsync(office);

        Assert.Equal((0, 1, 0), (early, made, again));
        var file = Assert.Single(Directory.GetFiles(FolderOf(office)));
        Assert.Equal("2026-11-25 H1.pdf", Path.GetFileName(file));
        Assert.True((await File.ReadAllBytesAsync(file)).AsSpan().StartsWith("%PDF"u8));
        Assert.Equal(["Made"], await day.RecordedAsync(OperationKind.PrintDaySheet));
        Assert.False((await office.Staff<SeeDay>().RunAsync(new(day.Counter.Id), office.ByStaff(), CancellationToken.None)).SheetMissing);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Sheets_of_past_days_are_deleted_after_a_week(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;
        day.At(7, 0);
        await MakeAsync(office);
        day.After(6);
        await MakeAsync(office);
        var kept = Directory.GetFiles(FolderOf(office)).Length;
        day.After(7);
        await MakeAsync(office);

        Assert.Equal(1, kept);
        Assert.Empty(Directory.GetFiles(FolderOf(office)));
    }

    private static Task<int> MakeAsync(TestOffice office) => office.Worker<MakeDaySheets>().RunAsync(Caller.Worker(office.Municipality), CancellationToken.None);

    private static string FolderOf(TestOffice office) => Path.Combine(office.Installation.DaySheetFolder, office.Municipality.Value);
}
