using Microsoft.EntityFrameworkCore;
using Tewatashi.Papers;
using Tewatashi.Storage;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Storage;

public sealed class AddLocationsTests
{
    private static AddLocations.Request Ask(string at, int shelves, int boxes, int firstBox = 1, int capacity = 40) =>
        new(LocationPath.Parse(at), "本庁", "保管庫1", new(1, shelves), new(firstBox, boxes), capacity);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Boxes_added_in_bulk_stand_in_walking_order(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);

        var outcome = await office.Staff<AddLocations>().RunAsync(Ask("h-v1", 2, 3), office.ByStaff(), CancellationToken.None);

        var added = Assert.IsType<AddLocations.Added>(outcome);
        Assert.Equal((2, 6), (added.Shelves, added.Boxes));
        var places = await office.SeeAsync(context => context.Locations.AsNoTracking().ToListAsync());
        Assert.Equal(
            ["H", "H-V1", "H-V1-01", "H-V1-01-01", "H-V1-01-02", "H-V1-01-03", "H-V1-02", "H-V1-02-01", "H-V1-02-02", "H-V1-02-03"],
            places.Select(row => row.Path).Order(StringComparer.Ordinal));
        Assert.Equal(40, places.Single(row => row.Path == "H-V1-02-03").Capacity);
        Assert.Null(places.Single(row => row.Path == "H-V1-02").Capacity);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Further_boxes_use_the_shelves_that_are_there(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.Staff<AddLocations>().RunAsync(Ask("H-V1", 2, 3), office.ByStaff(), CancellationToken.None);

        var more = await office.Staff<AddLocations>().RunAsync(Ask("H-V1", 2, 2, firstBox: 4), office.ByStaff(), CancellationToken.None);
        var overlapping = await office.Staff<AddLocations>().RunAsync(Ask("H-V1", 3, 1, firstBox: 5), office.ByStaff(), CancellationToken.None);

        var added = Assert.IsType<AddLocations.Added>(more);
        Assert.Equal((0, 4), (added.Shelves, added.Boxes));
        Assert.Equal(new AddLocations.AlreadyThere("H-V1-01-05"), overlapping);
        Assert.Equal(14, await office.SeeAsync(context => context.Locations.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Form_sent_twice_adds_once_and_answers_alike(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var caller = office.ByStaff();

        var first = await office.Staff<AddLocations>().RunAsync(Ask("H-V1", 1, 2), caller, CancellationToken.None);
        var second = await office.Staff<AddLocations>().RunAsync(Ask("H-V1", 1, 2), caller, CancellationToken.None);

        Assert.IsType<AddLocations.Added>(first);
        Assert.Equal(first, second);
    }

    [Theory]
    [InlineData("H-V1-01", 1, 1, 10, "庁舎の記号と保管庫の記号")]
    [InlineData("H", 1, 1, 10, "保管庫の記号も")]
    [InlineData("H-V1", 0, 1, 10, "棚の数")]
    [InlineData("H-V1", 100, 1, 10, "棚の番号")]
    [InlineData("H-V1", 99, 99, 10, "一度に作れる箱")]
    [InlineData("H-V1", 1, 1, 0, "入る枚数は1から")]
    public async Task Numbers_that_do_not_fit_are_refused_with_what_to_do(string at, int shelves, int boxes, int capacity, string words)
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);

        var outcome = await office.Staff<AddLocations>().RunAsync(Ask(at, shelves, boxes, capacity: capacity), office.ByStaff(), CancellationToken.None);

        Assert.Contains(words, Assert.IsType<AddLocations.Refused>(outcome).Reason, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Labels_of_a_vault_are_printed_for_the_chosen_levels(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var added = Assert.IsType<AddLocations.Added>(await office.Staff<AddLocations>().RunAsync(Ask("H-V1", 2, 3), office.ByStaff(), CancellationToken.None));
        var sheet = new LabelPlacement(LabelSheet.Find("24-70x33")!);
        Task<PrintLocationLabels.Outcome> Print(Guid id, params LocationKind[] kinds) => office.Staff<PrintLocationLabels>().RunAsync(
            new([id], kinds.ToHashSet(), sheet), office.ByStaff(), CancellationToken.None);

        var printed = Assert.IsType<PrintLocationLabels.Printed>(await Print(added.PlaceId, LocationKind.Shelf, LocationKind.Box));

        Assert.Equal(8, printed.Labels);
        Assert.Equal("%PDF"u8.ToArray(), printed.Pdf[..4]);
        Assert.IsType<PrintLocationLabels.NothingToPrint>(await Print(added.PlaceId, LocationKind.Position));
        Assert.IsType<PrintLocationLabels.NotFound>(await Print(Guid.Empty, LocationKind.Box));
        Assert.Equal("8", await office.SeeAsync(context => context.Audit.Where(row => row.Operation == Tewatashi.Audit.OperationKind.PrintLocationLabels)
            .Select(row => row.Detail).SingleAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Labels_of_several_places_are_one_paper_each_place_once_and_the_log_names_them(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.Staff<AddLocations>().RunAsync(Ask("H-V1", 2, 3), office.ByStaff(), CancellationToken.None);
        var ids = await office.SeeAsync(context => context.Locations.ToDictionaryAsync(row => row.Path, row => row.Id));
        var sheet = new LabelPlacement(LabelSheet.Find("24-70x33")!, Start: 24);
        Guid[] chosen = [ids["H-V1-01"], ids["H-V1-01-02"], ids["H-V1-02-03"]];

        var printed = Assert.IsType<PrintLocationLabels.Printed>(await office.Staff<PrintLocationLabels>().RunAsync(
            new(chosen, new HashSet<LocationKind> { LocationKind.Shelf, LocationKind.Box }, sheet), office.ByStaff(), CancellationToken.None));

        Assert.Equal(5, printed.Labels); // the shelf with its three boxes, and one box of the other shelf
        var entry = await office.SeeAsync(context => context.Audit.SingleAsync(row => row.Operation == Tewatashi.Audit.OperationKind.PrintLocationLabels));
        Assert.Equal(chosen[0], entry.SubjectId);
        Assert.Equal(chosen.Skip(1).Order(), await office.SeeAsync(context => context.AuditSubjects.Where(row => row.EntryId == entry.Id).Select(row => row.SubjectId).OrderBy(id => id).ToListAsync()));
        using var paper = UglyToad.PdfPig.PdfDocument.Open(printed.Pdf);
        Assert.Equal(2, paper.NumberOfPages); // the first sheet had one label left
    }
}
