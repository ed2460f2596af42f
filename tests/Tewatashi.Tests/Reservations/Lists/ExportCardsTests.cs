using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Lists;
using Tewatashi.Reservations.Lists;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Reservations.Lists;

/// <summary>The cards of a filter as a file (CMP-06).</summary>
public sealed class ExportCardsTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task File_holds_the_cards_and_the_log_their_count_reason_filter_and_hash(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 3);
        await using var office = day.Office;
        await office.AddCardsAsync(2, CardProgress.Inspected);

        var file = Assert.IsType<ExportCards.Exported>(await ExportAsync(office, new() { Progress = CardProgress.Prepared }, names: false));

        Assert.Equal(Encoding.UTF8.GetPreamble(), file.Csv[..3]);
        var lines = Encoding.UTF8.GetString(file.Csv[3..]).Split("\r\n");
        Assert.Equal((3, 5), (file.Cards, lines.Length)); // a heading, three cards, nothing behind the last line
        Assert.StartsWith("製造管理番号,処理状況,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("MIH-000001,予約済,交付前設定済,保管場所,H-V1-01-03,", lines[1], StringComparison.Ordinal);
        Assert.Contains("2026-11-25,10:00", lines[1], StringComparison.Ordinal);
        var entry = await office.SeeAsync(context => context.Audit.AsNoTracking().SingleAsync(row => row.Operation == OperationKind.ExportList));
        Assert.Equal($"cards 3 StockCheck sha256={Convert.ToHexStringLower(SHA256.HashData(file.Csv))} Progress=Prepared", entry.Detail);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Names_stand_in_the_file_only_when_asked_for_and_the_log_says_so(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(1);
        var name = TestCards.NamesOf(1).KanaName!.Value; // every test card has one

        var without = Assert.IsType<ExportCards.Exported>(await ExportAsync(office, new(), names: false));
        var with = Assert.IsType<ExportCards.Exported>(await ExportAsync(office, new(), names: true));

        Assert.DoesNotContain(name, Encoding.UTF8.GetString(without.Csv), StringComparison.Ordinal);
        Assert.Contains(name, Encoding.UTF8.GetString(with.Csv), StringComparison.Ordinal);
        var details = await office.SeeAsync(context => context.Audit.Where(row => row.Operation == OperationKind.ExportList).Select(row => row.Detail).ToListAsync());
        Assert.Single(details, detail => detail!.Contains("WithNames", StringComparison.Ordinal)); // an export always has one
        Assert.All(details, detail => Assert.DoesNotContain(name, detail, StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Filter_without_cards_gives_no_file_and_no_entry(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(1);

        Assert.IsType<ExportCards.Nothing>(await ExportAsync(office, new() { Suspended = true }, names: false));

        Assert.Equal(0, await office.SeeAsync(context => context.Audit.CountAsync(row => row.Operation == OperationKind.ExportList)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task File_is_bounded_by_no_page(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(1200);

        Assert.Equal(1200, Assert.IsType<ExportCards.Exported>(await ExportAsync(office, new(), names: true)).Cards);
    }

    private static Task<ExportCards.Outcome> ExportAsync(TestOffice office, CardListFilter filter, bool names) =>
        office.Staff<ExportCards>().RunAsync(new(filter, CardListOrder.Serial, false, ExportReason.StockCheck, names), office.ByStaff(), CancellationToken.None);
}
