using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Lists;
using Tewatashi.Staff;
using Tewatashi.Staff.Lists;
using Tewatashi.Testing;
using Tewatashi.Text;

namespace Tewatashi.Tests.Lists;

/// <summary>The rows of a list as a file (CMP-06).</summary>
public sealed class ExportListTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task File_holds_the_rows_in_their_order_and_the_log_list_count_reason_filter_and_hash(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 3);
        await using var office = day.Office;

        var file = Assert.IsType<ExportList.Exported>(await ExportAsync(office, new(OfficeLists.Reservations, ListFilter.Of(OfficeLists.Reservations, ("State", "Booked")), "Day", Descending: true)));

        Assert.Equal(Encoding.UTF8.GetPreamble(), file.Csv[..3]);
        var lines = Encoding.UTF8.GetString(file.Csv[3..]).Split("\r\n");
        Assert.Equal((3, 5), (file.Rows, lines.Length)); // a heading, three rows, nothing behind the last
        Assert.Equal("予約番号,来庁日,時刻,交付窓口,製造管理番号,用件,受取人種別,状態,方法,分,予約した日時", lines[0]);
        Assert.StartsWith($"{day.Booked[2].Number.Display},2026-11-25,10:30,", lines[1], StringComparison.Ordinal);
        Assert.Contains(",MIH-000001,受取,本人,予約済,電話,", lines[3], StringComparison.Ordinal);
        Assert.DoesNotContain(TestCards.NamesOf(1).KanaName!.Value, string.Concat(lines), StringComparison.Ordinal); // every test card has one
        var entry = await office.SeeAsync(context => context.Audit.AsNoTracking().SingleAsync(row => row.Operation == OperationKind.ExportList));
        Assert.Equal($"reservations 3 VisitWork sha256={Convert.ToHexStringLower(SHA256.HashData(file.Csv))} State=Booked", entry.Detail);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Every_list_can_be_written_as_a_file(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 2);
        await using var office = day.Office;
        foreach (var list in OfficeLists.All) Assert.True(await ExportAsync(office, new(list, ListFilter.Of(list))) is ExportList.Exported or ExportList.Nothing, list.Code);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Whoever_may_not_let_lists_out_or_not_see_this_one_gets_no_file_and_stands_in_the_log(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;

        Assert.IsType<ExportList.NotAllowed>(await ExportAsync(office, Ask(OfficeLists.Reservations), roles: StaffRoles.Counter));
        Assert.IsType<ExportList.NotAllowed>(await ExportAsync(office, Ask(OfficeLists.Log), roles: StaffRoles.Custody));

        var entries = await office.SeeAsync(context => context.Audit.AsNoTracking().Where(row => row.Operation == OperationKind.ExportList).OrderBy(row => row.Id).ToListAsync());
        Assert.Equal([("Refused", "reservations"), ("Refused", "log")], entries.Select(entry => (entry.Outcome, entry.Detail)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Filter_without_rows_gives_no_file_and_no_entry(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);

        Assert.IsType<ExportList.Nothing>(await ExportAsync(office, Ask(OfficeLists.Reservations)));

        Assert.Equal(0, await office.SeeAsync(context => context.Audit.CountAsync(row => row.Operation == OperationKind.ExportList)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Cp932_is_written_whole_or_refused_by_row_column_and_character(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var batch = await BatchAsync(office, "一束目 10〜20枚");

        var file = Assert.IsType<ExportList.Exported>(await ExportAsync(office, Ask(OfficeLists.Notices), SpreadsheetEncoding.Cp932));
        var text = (CodePagesEncodingProvider.Instance.GetEncoding(932) ?? throw new InvalidOperationException("No CP932.")).GetString(file.Csv);
        Assert.StartsWith("束,用紙,", text, StringComparison.Ordinal);
        Assert.Contains("一束目 10～20枚", text, StringComparison.Ordinal);
        Assert.Contains(" Report Cp932 sha256=", (await office.SeeAsync(context => context.Audit.AsNoTracking().SingleAsync(row => row.Operation == OperationKind.ExportList))).Detail, StringComparison.Ordinal);

        await office.Staff<Database>().UnrecordedAsync(office.Municipality, context => context.NoticeBatches.Where(row => row.Id == batch).ExecuteUpdateAsync(set => set.SetProperty(row => row.Name, "𠮷の束")));
        var refused = Assert.IsType<ExportList.Unwritable>(await ExportAsync(office, Ask(OfficeLists.Notices), SpreadsheetEncoding.Cp932));
        Assert.Equal((1, "束", "𠮷", "U+20BB7"), (refused.Cell.Row, refused.Cell.Column, refused.Cell.Character, refused.Cell.CodePoint));
        Assert.IsType<ExportList.Exported>(await ExportAsync(office, Ask(OfficeLists.Notices)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Cell_that_a_spreadsheet_would_reckon_is_guarded(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await BatchAsync(office, "=HYPERLINK(\"http://example.jp\")");

        var file = Assert.IsType<ExportList.Exported>(await ExportAsync(office, Ask(OfficeLists.Notices)));

        Assert.Contains("\"'=HYPERLINK(\"\"http://example.jp\"\")\"", Encoding.UTF8.GetString(file.Csv), StringComparison.Ordinal);
    }

    private static async Task<Guid> BatchAsync(TestOffice office, string name)
    {
        await office.AddCardsAsync(1, Tewatashi.Cards.CardProgress.Prepared);
        var batch = await office.CreateBatchAsync();
        await office.Staff<Database>().UnrecordedAsync(office.Municipality, context => context.NoticeBatches.Where(row => row.Id == batch).ExecuteUpdateAsync(set => set.SetProperty(row => row.Name, name)));
        return batch;
    }

    private static ListAsk Ask(OfficeList list) => new(list, ListFilter.Of(list));

    private static Task<ExportList.Outcome> ExportAsync(TestOffice office, ListAsk ask, SpreadsheetEncoding encoding = SpreadsheetEncoding.Utf8, StaffRoles roles = StaffRoles.Admin) =>
        office.Staff<ExportList>().RunAsync(new(ask, ask.List == OfficeLists.Reservations ? ExportReason.VisitWork : ExportReason.Report, encoding, roles), office.ByStaff(roles), CancellationToken.None);
}
