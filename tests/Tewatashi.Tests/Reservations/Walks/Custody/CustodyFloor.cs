using System.Collections.Concurrent;
using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Imports;
using Tewatashi.Notices;
using Tewatashi.Staff;
using Tewatashi.Storage;
using Tewatashi.Testing;
using Tewatashi.Tests.Imports;

namespace Tewatashi.Tests.Reservations.Walks.Custody;

/// <summary>Two offices with vaults, a stock taken over by file, further deliveries, and a second person beside.</summary>
internal sealed class CustodyFloor
{
    private const string Header = "製造管理番号,申請書ID,カナ氏名,生年月日,発送番号,交付方式,保管場所,通知日\r\n";
    private const int Actors = 6;
    private const int MostSteps = 4;
    private const int PerBox = 40;
    private readonly ConcurrentDictionary<Guid, NotifiedCard> known = [];
    private int numbered;

    private CustodyFloor(Walk walk, (StaffMember Member, SecondSignature Signature) second) => (Walk, Second) = (walk, second);

    public Walk Walk { get; }
    public TestOffice Office => Walk.Office;
    public (StaffMember Member, SecondSignature Signature) Second { get; }

    /// <summary>Of both offices; two of them hold so few that they are soon full.</summary>
    public IReadOnlyList<LocationPath> Boxes { get; private set; } = [];

    public static Task<Walk> OpenAsync(Engine engine, int seed, WalkTally tally, int cards) => Walk.OpenAsync(engine, seed, tally, async walk =>
    {
        var floor = new CustodyFloor(walk, await walk.Office.AddSecondAsync(StaffRoles.Admin));
        var shelves = (cards / PerBox / 10) + 1;
        var boxes = await floor.AddBoxesAsync("H-V2", shelves, 10, PerBox + 5);
        floor.Boxes = [.. boxes, .. await floor.AddBoxesAsync("H-V3", 1, 2, 3), .. await floor.AddBoxesAsync("B-V1", 1, 3, 50)];
        await walk.Office.Staff<Database>().UnrecordedAsync(walk.Office.Municipality, context =>
            context.Settings.ExecuteUpdateAsync(set => set.SetProperty(row => row.ResidentUrl, TestNotices.ResidentUrl)));
        await floor.TakeOverAsync(cards, boxes);
        return new WalkPlan(CustodySteps.Of(floor), Actors, MostSteps);
    });

    /// <summary>A delivery of the maker is announced by its file.</summary>
    public async Task<string> DeliverAsync(Caller caller, int rows)
    {
        var outcome = await ImportAsync(ImportProfile.Standard, Enumerable.Range(0, rows).Select(row => RowOf(row, "窓口", "", "")), caller);
        await KnowAsync();
        return outcome.GetType().Name;
    }

    /// <summary>One of the cards that were moved last and for which something holds; null where there is none.</summary>
    public async Task<Card?> CardAsync(Walker walker, Expression<Func<Card, bool>> which)
    {
        var found = await Office.SeeAsync(context => context.Cards.AsNoTracking().Where(which).OrderByDescending(row => row.PlacedAt).ThenByDescending(row => row.Version).ThenBy(row => row.Id).Take(10).ToListAsync());
        return found.Count == 0 ? null : walker.OneOf(found);
    }

    /// <summary>One of the newest rows for which something holds; null where there is none.</summary>
    public async Task<T?> RowAsync<T>(Walker walker, Expression<Func<T, bool>> which, Expression<Func<T, Guid>> id) where T : class
    {
        var found = await Office.SeeAsync(context => context.Set<T>().AsNoTracking().Where(which).OrderByDescending(id).Take(5).ToListAsync());
        return found.Count == 0 ? null : walker.OneOf(found);
    }

    /// <summary>A card that came back from its resident is at hand again.</summary>
    public void Return(Guid cardId)
    {
        if (known.TryGetValue(cardId, out var card)) Walk.Cards.TryAdd(cardId, card);
    }

    private async Task<IReadOnlyList<LocationPath>> AddBoxesAsync(string vault, int shelves, int boxes, int capacity)
    {
        var path = LocationPath.Parse(vault);
        var added = await Office.Staff<AddLocations>().RunAsync(new(path, "庁舎", "保管庫", new(1, shelves), new(1, boxes), capacity), Office.ByStaff(), CancellationToken.None);
        if (added is not AddLocations.Added) throw new InvalidOperationException($"The boxes were not added: {added}.");
        return [.. Enumerable.Range(1, shelves).SelectMany(shelf => Enumerable.Range(1, boxes).Select(box => path.Inside(shelf).Inside(box)))];
    }

    /// <summary>Of ten cards one waits on no shelf, one for its notice, and one goes by post.</summary>
    private async Task TakeOverAsync(int cards, IReadOnlyList<LocationPath> boxes)
    {
        var told = Office.Today.AddDays(-20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var outcome = await ImportAsync(ImportProfile.Stock, Enumerable.Range(0, cards).Select(row => RowOf(
            row, row % 10 == 3 ? "郵送" : "窓口", row % 10 == 1 ? "" : boxes[row / PerBox].Value, row % 10 is 2 or 3 ? "" : told)), Caller.Command(Office.Municipality, "walk"));
        if (outcome is not ImportFromFile.Processed { Counts: var counts } || counts.Added != cards) throw new InvalidOperationException($"Not taken over: {outcome}.");
        await KnowAsync();
    }

    private Task<ImportFromFile.Outcome> ImportAsync(ImportProfile profile, IEnumerable<string> rows, Caller caller)
    {
        var file = ShipmentText.Cp932.GetBytes(Header + string.Concat(rows.Select(row => row + "\r\n")));
        return Office.Staff<ImportFromFile>().RunAsync(new(new ImportFile(profile, null, () => new MemoryStream(file)), "walk.csv"), caller, CancellationToken.None);
    }

    /// <summary>A row of a file by its place in it; the names are those of its line, as those of a card go by its ordinal.</summary>
    private string RowOf(int row, string route, string location, string notifiedOn)
    {
        var number = Interlocked.Increment(ref numbered);
        var names = TestCards.NamesOf(row + 2);
        return string.Create(CultureInfo.InvariantCulture, $"WLK{number:D6},{number:D23},{names.KanaName?.Value},1976-{names.Birthday.MonthDay},W{number / 100:D6},{route},{location},{notifiedOn}");
    }

    private async Task KnowAsync()
    {
        var cards = await Office.SeeAsync(context => context.Cards.AsNoTracking().ToListAsync());
        foreach (var card in cards)
        {
            var one = new NotifiedCard(card, Guid.Empty, ReceptionNumber.New(), ReceptionPassword.New());
            if (known.TryAdd(card.Id, one)) Walk.Cards.TryAdd(card.Id, one);
        }
    }
}
