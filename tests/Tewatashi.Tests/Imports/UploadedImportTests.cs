using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Imports;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Imports;

/// <summary>A file that comes in through a page: taken in, looked through, decided on, added.</summary>
public sealed class UploadedImportTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Uploaded_file_is_looked_through_and_nothing_added_until_a_person_says_so(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);

        var id = await UploadAsync(office, ShipmentText.File(ShipmentText.Row(1), ShipmentText.Row(2, birthday: "いつか"), ShipmentText.Row(3)));
        await WorkAsync(office, id);

        var shown = await FindAsync(office, id, refused: true);
        Assert.Equal((ImportState.Previewed, 3, 2, 1), (shown.Import.State, shown.Import.Rows, shown.Import.Added, shown.Import.Refused));
        Assert.Equal([(3, "生年月日")], shown.Problems.Select(problem => (problem.Line, problem.Column)));
        Assert.Equal(2, (await FindAsync(office, id, refused: false)).ProblemsKept);
        Assert.Equal(0, await office.SeeAsync(context => context.Cards.CountAsync()));

        Assert.IsType<ApplyImport.Begun>(await office.Staff<ApplyImport>().RunAsync(new(id), office.ByStaff(), default));
        await WorkAsync(office, id);

        shown = await FindAsync(office, id, refused: true);
        Assert.Equal((ImportState.Applied, 3, 2, 1, true), (shown.Import.State, shown.Import.RowsRead, shown.Import.Added, shown.ProblemsKept, shown.HasDelivery));
        Assert.Equal(2, await office.SeeAsync(context => context.Cards.CountAsync()));
        Assert.Equal((0, 0), await LeftAsync(office, id));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task File_of_many_pieces_comes_back_as_it_was_and_lies_encrypted(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var text = ShipmentText.File([.. Enumerable.Range(1, 12_000).Select(number => ShipmentText.Row(number, counter: ""))]);

        var id = await UploadAsync(office, text);

        var content = (await office.SeeAsync(context => context.ImportParts.Where(row => row.ImportId == id).OrderBy(row => row.Ordinal).Select(row => row.Content).ToListAsync())).SelectMany(part => part).ToArray();
        Assert.True(content.Length > ImportParts.Size * 2);
        Assert.Equal(-1, content.AsSpan().IndexOf(ShipmentText.Cp932.GetBytes("ミホン")));
        await WorkToTheEndAsync(office, id);
        Assert.Equal((ImportState.Previewed, 12_000), await office.SeeAsync(context =>
            context.Imports.Where(row => row.Id == id).Select(row => new ValueTuple<ImportState, int>(row.State, row.Added)).SingleAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Unreadable_file_is_refused_with_line_and_column_and_its_pieces_go(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);

        var id = await UploadAsync(office, "製造管理番号,カナ氏名\r\nMIH000001,ミホン\r\n");
        await WorkAsync(office, id);

        var import = (await FindAsync(office, id, refused: true)).Import;
        Assert.Equal(ImportState.Refused, import.State);
        Assert.StartsWith("1行目「申請書ID」: ", import.RefusedBecause, StringComparison.Ordinal);
        Assert.Equal((0, 0), await LeftAsync(office, id));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Cancelled_import_loses_its_pieces_and_can_not_be_applied(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var id = await UploadAsync(office, ShipmentText.File(ShipmentText.Row(1)));
        await WorkAsync(office, id);

        Assert.IsType<CancelImport.Cancelled>(await office.Staff<CancelImport>().RunAsync(new(id), office.ByStaff(), default));

        Assert.IsType<ApplyImport.NotWaiting>(await office.Staff<ApplyImport>().RunAsync(new(id), office.ByStaff(), default));
        Assert.IsType<CancelImport.TooLate>(await office.Staff<CancelImport>().RunAsync(new(id), office.ByStaff(), default));
        Assert.Equal((0, 0), await LeftAsync(office, id));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Upload_that_breaks_off_leaves_no_piece(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        using var broken = new BreakingStream(ImportParts.Size * 20);

        await Assert.ThrowsAsync<IOException>(() => office.Staff<UploadImport>().RunAsync(
            new("a.csv", ImportProfile.Standard, null, false, broken), office.ByStaff(), default));

        var import = await office.SeeAsync(context => context.Imports.AsNoTracking().SingleAsync());
        Assert.Equal(ImportState.Cancelled, import.State);
        Assert.Equal((0, 0), await LeftAsync(office, import.Id));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Upload_whose_program_died_is_given_up_after_a_while(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var id = await UploadAsync(office, ShipmentText.File(ShipmentText.Row(1)));
        // What a killed program leaves: pieces, and a state that says they are still coming.
        await office.Staff<Database>().WriteAsync(office.ByStaff(), OperationKind.UploadImport, async work =>
        {
            (await work.Context.Imports.SingleAsync()).State = ImportState.Receiving;
            work.Record("Receiving", id);
            return true;
        });

        await WorkAsync(office, id);

        Assert.Equal(ImportState.Cancelled, (await FindAsync(office, id, refused: true)).Import.State);
        Assert.Equal((0, 0), await LeftAsync(office, id));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Run_that_died_is_begun_again_when_its_claim_has_run_out_and_not_before(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var id = await UploadAsync(office, ShipmentText.File([.. Enumerable.Range(1, 20).Select(number => ShipmentText.Row(number))]));
        await WorkAsync(office, id);
        await office.Staff<ApplyImport>().RunAsync(new(id), office.ByStaff(), default);
        await office.Staff<Database>().WriteAsync(office.ByStaff(), OperationKind.ApplyImport, async work =>
        {
            Assert.True(await work.TakeImportAsync(id, ImportState.Applying, "a run that died", steal: false, default));
            work.Record("Started", id);
            return true;
        });

        await WorkAsync(office, id);
        Assert.Equal(0, await office.SeeAsync(context => context.Cards.CountAsync()));

        office.Clock.Advance(ImportLease.Length + TimeSpan.FromSeconds(1));
        await WorkAsync(office, id);
        Assert.Equal((20, ImportState.Applied), (await office.SeeAsync(context => context.Cards.CountAsync()), (await FindAsync(office, id, refused: true)).Import.State));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Runner_finds_what_waits_in_every_municipality(Engine engine)
    {
        await using var one = await TestOffice.OpenAsync(engine);
        await using var other = await TestOffice.OpenAsync(engine);
        var first = await UploadAsync(one, ShipmentText.File(ShipmentText.Row(1)));
        var second = await UploadAsync(other, ShipmentText.File(ShipmentText.Row(1)));

        // Other tests' imports may be waiting as well.
        for (var round = 0; round < 20 && (await FindAsync(other, second, refused: true)).Import.State != ImportState.Previewed; round++)
            await one.Staff<ImportRunner>().RunDueAsync(default);

        Assert.Equal(ImportState.Previewed, (await FindAsync(one, first, refused: true)).Import.State);
        Assert.Equal(ImportState.Previewed, (await FindAsync(other, second, refused: true)).Import.State);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task All_or_nothing_with_a_refused_row_can_not_be_applied(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var id = await UploadAsync(office, ShipmentText.File(ShipmentText.Row(1), ShipmentText.Row(2, birthday: "いつか")), allOrNothing: true);
        await WorkAsync(office, id);

        Assert.IsType<ApplyImport.NothingToTake>(await office.Staff<ApplyImport>().RunAsync(new(id), office.ByStaff(), default));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Form_sent_twice_uploads_once(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var caller = office.ByStaff();

        var first = await UploadAsync(office, ShipmentText.File(ShipmentText.Row(1)), caller: caller);
        var second = await UploadAsync(office, ShipmentText.File(ShipmentText.Row(1)), caller: caller);

        Assert.Equal(first, second);
        Assert.Equal(1, await office.SeeAsync(context => context.Imports.CountAsync()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("明細 123456789018.csv")]
    public async Task Name_that_is_none_or_holds_an_individual_number_is_refused(string name)
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);

        var outcome = await office.Staff<UploadImport>().RunAsync(new(name, ImportProfile.Standard, null, false, new MemoryStream([1])), office.ByStaff(), default);

        Assert.IsType<UploadImport.NameRefused>(outcome);
        Assert.Equal(0, await office.SeeAsync(context => context.Imports.CountAsync()));
    }

    private static async Task<Guid> UploadAsync(TestOffice office, string text, bool allOrNothing = false, Caller? caller = null) =>
        Assert.IsType<UploadImport.Uploaded>(await office.Staff<UploadImport>().RunAsync(
            new("C:\\配送\\sample.csv", ImportProfile.Standard, null, allOrNothing, new MemoryStream(ShipmentText.Cp932.GetBytes(text))),
            caller ?? office.ByStaff(), TestContext.Current.CancellationToken)).ImportId;

    private static Task WorkAsync(TestOffice office, Guid id) => office.Staff<WorkOnImport>().RunAsync(office.Municipality, id, TestContext.Current.CancellationToken);

    // The face that another test has open looks for work in the same database, and may be at it already.
    private static async Task WorkToTheEndAsync(TestOffice office, Guid id)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            await WorkAsync(office, id);
            if (await office.SeeAsync(context => context.Imports.Where(row => row.Id == id).Select(row => row.State).SingleAsync()) != ImportState.Uploaded) return;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<ShowImports.Details> FindAsync(TestOffice office, Guid id, bool refused) =>
        await office.Staff<ShowImports>().FindAsync(office.Municipality, id, refused, 1, default) ?? throw new InvalidOperationException("No such import.");

    private static Task<(int Parts, int Items)> LeftAsync(TestOffice office, Guid id) => office.SeeAsync(async context =>
        (await context.ImportParts.CountAsync(row => row.ImportId == id), await context.WorkItems.CountAsync(row => row.SubjectId == id)));

    /// <summary>A connection that breaks after some bytes.</summary>
    private sealed class BreakingStream(int after) : MemoryStream(new byte[after])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw new IOException("The connection broke.");
    }
}
