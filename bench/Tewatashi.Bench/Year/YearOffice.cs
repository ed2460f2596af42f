using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Imports;
using Tewatashi.Municipalities;
using Tewatashi.Staff;
using Tewatashi.Storage;
using Tewatashi.Time;

namespace Tewatashi.Bench.Year;

/// <summary>A ward with two offices, its counter, its vaults full of a stock that was taken over, and a second person beside.</summary>
internal sealed class YearOffice
{
    public const int PerBox = 120;

    private const string Password = "手渡しの長い合言葉ですよ";

    /// <summary>So many of a box are full at the beginning: the rest is room.</summary>
    private const int StockPerBox = 100;

    private const int BoxesOfShelf = 30;
    private const int ShelvesOfVault = 60;

    private YearOffice(Ground ground, YearClock clock, YearSize size, MunicipalityCode municipality) => (Ground, Clock, Size, Municipality) = (ground, clock, size, municipality);

    public Ground Ground { get; }
    public YearClock Clock { get; }
    public YearSize Size { get; }
    public MunicipalityCode Municipality { get; }
    public OperationTimes Times { get; } = new();

    /// <summary>Of the near office; so many booths that the day's visitors find a place.</summary>
    public Guid CounterId { get; private set; }

    public (Guid Near, Guid Far) Buildings { get; private set; }
    /// <summary>Behind every other in walking order: cards that are delivered are proposed into the near office.</summary>
    public LocationPath FarBox { get; } = LocationPath.Parse("Z-V1-01-01");
    public (Guid Id, SecondSignature Signature) Second { get; private set; }

    /// <summary>The number of the next card that the maker makes.</summary>
    public int NextCard { get; set; }

    public int Booths => (Size.ADay / 24) + 1;

    public static async Task<YearOffice> OpenAsync(Ground ground, YearClock clock, YearSize size, DateOnly first, CancellationToken cancellationToken)
    {
        clock.GoTo(first, new(8, 0));
        var office = new YearOffice(ground, clock, size, await ground.FoundAsync(cancellationToken)) { NextCard = size.Cards };
        office.CounterId = await ground.AddCounterAsync(office.Municipality, "H", office.Booths, cancellationToken);
        await office.AddBoxesAsync(cancellationToken);
        await office.AddSecondAsync(cancellationToken);
        await office.SetRulesAsync(cancellationToken);
        office.Buildings = (await office.BuildingAsync("H"), await office.BuildingAsync("Z"));
        await office.TakeOverAsync(BusinessDays.Default.Add(first, -20), cancellationToken);
        await ground.AnalyzeAsync(cancellationToken);
        return office;
    }

    /// <summary>A form sent by one of the staff.</summary>
    public Caller By() => Ground.By(Municipality);

    public T Use<T>() where T : notnull => Ground.Staff<T>();

    public Task<T> SeeAsync<T>(Func<TewatashiContext, Task<T>> look) => Ground.Staff<Database>().ReadAsync(Municipality, look);

    public static LocationPath BoxOf(int box) => LocationPath.Parse(FormattableString.Invariant(
        $"H-V{(box / (ShelvesOfVault * BoxesOfShelf)) + 1}-{(box / BoxesOfShelf % ShelvesOfVault) + 1:00}-{(box % BoxesOfShelf) + 1:00}"));

    private async Task AddBoxesAsync(CancellationToken cancellationToken)
    {
        var shelves = ((Size.Cards + (Size.Days * Size.ADay)) / StockPerBox / BoxesOfShelf) + 2;
        for (var vault = 1; shelves > 0; vault++, shelves -= ShelvesOfVault)
            await AddAsync(FormattableString.Invariant($"H-V{vault}"), Math.Min(shelves, ShelvesOfVault), BoxesOfShelf);
        await AddAsync("Z-V1", 1, 1, AddLocations.LargestCapacity);

        async Task AddAsync(string path, int count, int boxes, int capacity = PerBox)
        {
            var outcome = await Use<AddLocations>().RunAsync(new(LocationPath.Parse(path), "庁舎", "保管庫", new(1, count), new(1, boxes), capacity), By(), cancellationToken);
            if (outcome is not AddLocations.Added) throw new InvalidOperationException($"The boxes were not added: {outcome}.");
        }
    }

    private async Task AddSecondAsync(CancellationToken cancellationToken)
    {
        var userId = UserId.Parse($"second-{Municipality.Value}");
        var invited = (InviteStaff.Invited)await Use<InviteStaff>().RunAsync(new(userId, "計測 職員", StaffRoles.Admin), By(), cancellationToken);
        await Use<SetUpAccount>().RunAsync(invited.Token, Password, "bench", cancellationToken);
        Second = (await SeeAsync(context => context.StaffMembers.Select(row => row.Id).SingleAsync(cancellationToken)), new(userId.Value, Password));
    }

    private async Task SetRulesAsync(CancellationToken cancellationToken)
    {
        var now = await Use<ChangeSettings>().CurrentAsync(Municipality, cancellationToken);
        await Use<ChangeSettings>().RunAsync(new(now.Version, Rules.Of(now) with { ResidentUrl = "https://yoyaku.example.jp" }), By(), cancellationToken);
    }

    private Task<Guid> BuildingAsync(string path) => SeeAsync(context => context.Locations.Where(row => row.Path == path).Select(row => row.Id).SingleAsync());

    private async Task TakeOverAsync(DateOnly notifiedOn, CancellationToken cancellationToken)
    {
        var file = YearFile.Stock(Size.Cards, number => BoxOf(number / StockPerBox), notifiedOn);
        var outcome = await Use<ImportFromFile>().RunAsync(new(new ImportFile(ImportProfile.Stock, null, () => new MemoryStream(file)), "stock.csv"), By() with { OperationId = null }, cancellationToken);
        if (outcome is not ImportFromFile.Processed { Counts: var counts } || counts.Added != Size.Cards) throw new InvalidOperationException($"The stock was not taken over: {outcome}.");
    }
}
