using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Imports;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Imports;

/// <summary>What the command <c>cards import</c> leaves behind.</summary>
public sealed class ImportFromFileTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task File_of_the_maker_becomes_cards_that_are_expected_in_one_delivery(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);

        var outcome = await office.ImportAsync(ShipmentText.File(ShipmentText.Row(1, deadline: "2027-03-31", route: "郵送"), ShipmentText.Row(2, kana: "")));

        var processed = Assert.IsType<ImportFromFile.Processed>(outcome);
        // No counter stands yet: a warning for each row; and one for the missing name.
        Assert.Equal(new ImportCounts(Read: 2, Added: 2, Unchanged: 0, Refused: 0, Warnings: 3), processed.Counts);
        var cards = await office.SeeAsync(context => context.Cards.AsNoTracking().OrderBy(card => card.Ordinal).ToListAsync());
        Assert.Equal(["MIH000001", "MIH000002"], cards.Select(card => card.SerialNumber.Value));
        Assert.All(cards, card => Assert.Equal((CardProgress.Expected, PlaceKind.None), (card.Progress, card.PlaceKind)));
        Assert.Equal((CardRoute.Post, new DateOnly(2027, 3, 31), 2), (cards[0].Route, cards[0].LastDayOn, cards[0].Ordinal));
        var shipment = await office.SeeAsync(context => context.Shipments.AsNoTracking().SingleAsync());
        Assert.Equal(("sample.csv", ShipmentState.Announced), (shipment.Name, shipment.State));
        Assert.All(cards, card => Assert.Equal(shipment.Id, card.ShipmentId));
        var import = await office.SeeAsync(context => context.Imports.AsNoTracking().SingleAsync());
        Assert.Equal((ImportState.Applied, 2, 2, 3), (import.State, import.Rows, import.Added, import.Warnings));
        Assert.Null(import.ClaimedBy);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Year_of_birth_is_dropped_unless_the_municipality_keeps_it(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.ImportAsync(ShipmentText.File(ShipmentText.Row(1, birthday: "1976-07-14")));
        await office.Staff<Database>().WriteAsync(office.ByStaff(), OperationKind.ChangeSettings, async work =>
        {
            (await work.Context.Settings.SingleAsync()).BirthYearDecision = "8見総第1号";
            work.Record("Changed");
            return true;
        });
        await office.ImportAsync(ShipmentText.File(ShipmentText.Row(2, birthday: "1976-07-14")));
        var items = new ApplicantItems(office.Staff<KeyStore>(), office.Municipality);

        var applicants = await office.SeeAsync(context => (
            from card in context.Cards
            join applicant in context.Applicants on card.Id equals applicant.CardId
            orderby card.SerialNumber
            select applicant).AsNoTracking().ToListAsync());

        Assert.Equal(["0000-07-14", "1976-07-14"], applicants.Select(applicant => items.Open(applicant).Birthday.Value));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Same_file_twice_changes_nothing_the_second_time(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var file = ShipmentText.File([.. Enumerable.Range(1, 5).Select(number => ShipmentText.Row(number))]);
        await office.ImportAsync(file);

        var counts = await office.CountsOfAsync(file);

        Assert.Equal(new ImportCounts(5, 0, 5, 0, 0), counts);
        Assert.Equal((5, 1), await office.SeeAsync(async context => (await context.Cards.CountAsync(), await context.Shipments.CountAsync())));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Row_with_other_data_for_a_known_card_is_refused_and_the_card_stays(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.ImportAsync(ShipmentText.File(ShipmentText.Row(1)));
        var before = await office.SeeAsync(context => context.Applicants.AsNoTracking().SingleAsync());

        var (outcome, lines) = await office.ReportedAsync(report => office.ImportAsync(
            ShipmentText.File(ShipmentText.Row(2), ShipmentText.Row(1, kana: "ミホン　ハナコ")), report: report));

        Assert.Equal(new ImportCounts(2, 1, 0, 1, 1), Assert.IsType<ImportFromFile.Processed>(outcome).Counts);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("3,製造管理番号,", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain("ハナコ", lines[1], StringComparison.Ordinal);
        Assert.Equal(before.KanaName, await office.SeeAsync(context => context.Applicants.Where(row => row.CardId == before.CardId).Select(row => row.KanaName).SingleAsync()));
        Assert.Equal("製造管理番号", await office.SeeAsync(context => context.ImportProblems.Where(row => row.Refused).Select(row => row.Column).SingleAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Equal_duplicate_in_the_file_is_unchanged_and_a_differing_one_refused(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);

        var counts = await office.CountsOfAsync(ShipmentText.File(
            ShipmentText.Row(1, counter: ""), ShipmentText.Row(1, counter: ""), ShipmentText.Row(1, counter: "", birthday: "1990-01-01")));

        Assert.Equal(new ImportCounts(3, 1, 1, 1, 0), counts);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Dry_run_tells_everything_and_changes_nothing(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.ImportAsync(ShipmentText.File(ShipmentText.Row(1)));
        var before = await CountRowsAsync(office);

        var (outcome, lines) = await office.ReportedAsync(report => office.ImportAsync(
            ShipmentText.File(ShipmentText.Row(1), ShipmentText.Row(2), ShipmentText.Row(3, birthday: "いつか"), ShipmentText.Row(1, kana: "チガウ")),
            dryRun: true, report: report));

        Assert.Equal(new ImportCounts(4, 1, 1, 2, 1), Assert.IsType<ImportFromFile.Processed>(outcome).Counts);
        Assert.Equal(3, lines.Length);
        Assert.Equal(before, await CountRowsAsync(office));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task All_or_nothing_takes_nothing_where_one_row_is_refused(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var before = await CountRowsAsync(office);

        var (outcome, lines) = await office.ReportedAsync(report => office.ImportAsync(
            ShipmentText.File(ShipmentText.Row(1), ShipmentText.Row(2, birthday: "いつか")), allOrNothing: true, report: report));

        Assert.Equal(1, Assert.IsType<ImportFromFile.NothingTaken>(outcome).Counts.Refused);
        Assert.Equal(2, lines.Length);
        Assert.Equal(before, await CountRowsAsync(office));
        Assert.IsType<ImportFromFile.Processed>(await office.ImportAsync(ShipmentText.File(ShipmentText.Row(1), ShipmentText.Row(2)), allOrNothing: true));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task File_broken_at_its_end_adds_none_of_the_good_rows_before(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var before = await CountRowsAsync(office);
        byte[] file = [.. ShipmentText.Cp932.GetBytes(ShipmentText.File(ShipmentText.Row(1))), 0x80];

        var (outcome, lines) = await office.ReportedAsync(report => office.ImportAsync(file, ImportProfile.Standard, report: report));

        Assert.Equal(3, Assert.IsType<ImportFromFile.FileUnreadable>(outcome).Why.Line);
        Assert.StartsWith("3,", lines[1], StringComparison.Ordinal);
        Assert.Equal(before, await CountRowsAsync(office));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Many_portions_bring_every_row_once_with_one_log_entry_each(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var rows = (office.Provider.Pace.Rows * 2) + 7;

        var counts = await office.CountsOfAsync(ShipmentText.File([.. Enumerable.Range(1, rows).Select(number => ShipmentText.Row(number, counter: ""))]));

        Assert.Equal(new ImportCounts(rows, rows, 0, 0, 0), counts);
        Assert.Equal((rows, rows, 1), await office.SeeAsync(async context =>
            (await context.Cards.CountAsync(), await context.Applicants.CountAsync(), await context.Shipments.CountAsync())));
        // A busy machine makes the portions of SQLite smaller, so that nobody waits longer for them.
        var entries = await office.SeeAsync(context => context.Audit.CountAsync(row => row.Operation == OperationKind.ApplyImport && row.Outcome == "RowsAdded"));
        Assert.InRange(entries, 3, engine == Engine.Sqlite ? rows : 3);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_runs_of_one_file_at_the_same_time_leave_every_card_once(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var file = ShipmentText.File([.. Enumerable.Range(1, 700).Select(number => ShipmentText.Row(number, counter: ""))]);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => office.ImportAsync(file))));

        Assert.Contains(outcomes, outcome => outcome is ImportFromFile.Processed);
        Assert.All(outcomes, outcome => Assert.True(outcome is ImportFromFile.TakenOver or ImportFromFile.Processed { Counts.Refused: 0 }));
        Assert.Equal((700, 1), await office.SeeAsync(async context => (await context.Cards.CountAsync(), await context.Shipments.CountAsync())));
    }

    [Theory]
    [InlineData(Engine.Sqlite, false)]
    [InlineData(Engine.Postgres, true)]
    public async Task Both_encodings_are_told_apart_by_the_mark(Engine engine, bool utf8)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var text = ShipmentText.File(ShipmentText.Row(1, kana: "ﾐﾎﾝ ﾀﾛｳ"));
        byte[] file = utf8 ? [0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes(text)] : ShipmentText.Cp932.GetBytes(text);

        var processed = Assert.IsType<ImportFromFile.Processed>(await office.ImportAsync(file, ImportProfile.Standard));

        Assert.Equal(1, processed.Counts.Added);
        var applicant = await office.SeeAsync(context => context.Applicants.AsNoTracking().SingleAsync());
        Assert.Equal("ミホン　タロウ", new ApplicantItems(office.Staff<KeyStore>(), office.Municipality).Open(applicant).KanaName?.Value);
    }

    private static Task<(int Cards, int Imports, int Shipments, int Entries)> CountRowsAsync(TestOffice office) => office.SeeAsync(async context =>
        (await context.Cards.CountAsync(), await context.Imports.CountAsync(), await context.Shipments.CountAsync(), await context.Audit.CountAsync()));
}
