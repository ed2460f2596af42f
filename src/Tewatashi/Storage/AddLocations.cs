using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Storage;

/// <summary>
/// Sets up 保管場所 in bulk: a building, a vault in it, shelves with a run of numbers, and on each the same run of boxes. Building, vault and
/// shelves that are there already are used as they are; a box that is there refuses the whole.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class AddLocations(Database database)
{
    /// <summary>The highest number of a shelf or a box: two digits keep the walking order.</summary>
    public const int HighestNumber = 99;

    public const int MostBoxes = 2000;
    public const int LargestCapacity = 9999;

    /// <param name="At">The building (<c>H</c>) or the vault (<c>H-V1</c>) to make; shelves need a vault.</param>
    /// <param name="BuildingName">Name of a new building; not used where it is there.</param>
    /// <param name="VaultName">Name of a new vault; not used where it is there or none is wanted.</param>
    /// <param name="Shelves">0 for none: only building and vault.</param>
    /// <param name="BoxesPerShelf">0 for none: only shelves.</param>
    /// <param name="Capacity">Cards that fit in one box.</param>
    public sealed record Request(
        LocationPath At, string BuildingName, string VaultName, NumberRun Shelves, NumberRun BoxesPerShelf, int Capacity);

    /// <summary>Numbers from the first on; a count of 0 is none.</summary>
    public sealed record NumberRun(int First, int Count)
    {
        public static readonly NumberRun None = new(1, 0);

        internal bool Fits => Count == 0 || (First >= 1 && Count > 0 && First + Count - 1 <= HighestNumber);

        internal IEnumerable<int> Numbers => Enumerable.Range(First, Count);
    }

    public abstract record Outcome;

    /// <param name="PlaceId">The vault, or the building where no vault was asked for.</param>
    public sealed record Added(Guid PlaceId, int Shelves, int Boxes) : Outcome;

    /// <summary>A box of the run is there already; nothing was added.</summary>
    public sealed record AlreadyThere(string FirstPath) : Outcome;

    /// <summary>The numbers asked for do not fit; in words for the person at the form.</summary>
    public sealed record Refused(string Reason) : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        if (Problem(request) is { } problem) return new Refused(problem);
        try
        {
            return await database.WriteAsync(caller, OperationKind.AddLocations, work => AddAsync(work, request, cancellationToken), RepeatAsync, cancellationToken);
        }
        catch (AlreadyThereException)
        {
            return new AlreadyThere(request.At.Value); // someone set up the same places this very moment
        }
    }

    private static string? Problem(Request request) => request switch
    {
        { At.Depth: > 2 } => "庁舎の記号と保管庫の記号で指定してください(例: H-V1)。",
        { At.Depth: 1, Shelves.Count: > 0 } => "棚を作るには保管庫の記号も入力してください。",
        { Shelves.Count: 0, BoxesPerShelf.Count: > 0 } => "箱を作るには棚の数を1以上にしてください。",
        _ when !LocationName.IsGood(request.BuildingName) => $"庁舎の名前を{LocationName.MaxLength}文字までで入力してください。",
        _ when request.At.Depth == 2 && !LocationName.IsGood(request.VaultName) => $"保管庫の名前を{LocationName.MaxLength}文字までで入力してください。",
        _ when !request.Shelves.Fits => $"棚の番号は1から{HighestNumber}までにしてください。多いときは保管庫を分けてください。",
        _ when !request.BoxesPerShelf.Fits => $"箱の番号は1から{HighestNumber}までにしてください。多いときは棚を分けてください。",
        _ when request.Shelves.Count * request.BoxesPerShelf.Count > MostBoxes => $"一度に作れる箱は{MostBoxes}までです。分けて作ってください。",
        _ when request.BoxesPerShelf.Count > 0 && request.Capacity is < 1 or > LargestCapacity => $"箱に入る枚数は1から{LargestCapacity}までにしてください。",
        _ => null,
    };

    private static async Task<Outcome> AddAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var there = await work.Context.Locations.AsNoTracking().ToDictionaryAsync(row => row.Path, row => row.Id, cancellationToken);
        var added = new List<Location>();
        var parts = request.At.WayIn;
        var placeId = Place(work, there, added, parts[0], null, LocationKind.Building, request.BuildingName.Trim(), null);
        if (parts.Count == 2) placeId = Place(work, there, added, parts[1], placeId, LocationKind.Vault, request.VaultName.Trim(), null);
        foreach (var number in request.Shelves.Numbers)
        {
            var shelf = request.At.Inside(number);
            var shelfId = Place(work, there, added, shelf.Value, placeId, LocationKind.Shelf, $"棚{number:00}", null);
            foreach (var box in request.BoxesPerShelf.Numbers)
            {
                var path = shelf.Inside(box).Value;
                if (there.ContainsKey(path))
                {
                    work.Abandon();
                    return new AlreadyThere(path);
                }

                Place(work, there, added, path, shelfId, LocationKind.Box, $"箱{box:00}", request.Capacity);
            }
        }

        if (added.Count == 0)
        {
            work.Abandon();
            return new AlreadyThere(request.At.Value);
        }

        // Outer places come first in the list: each row's parent is there before it.
        await work.Provider.InsertManyAsync(work.Context, added, cancellationToken);
        var outcome = new Added(placeId, added.Count(row => row.Kind == LocationKind.Shelf), added.Count(row => row.Kind == LocationKind.Box));
        work.Record("Added", placeId, FormattableString.Invariant($"{outcome.Shelves} {outcome.Boxes}"));
        return outcome;
    }

    private static Guid Place(
        Work work, Dictionary<string, Guid> there, List<Location> added, string path, Guid? parentId, LocationKind kind, string name, int? capacity)
    {
        if (there.TryGetValue(path, out var known)) return known;
        var location = new Location
        {
            Municipality = work.Municipality,
            Id = Ids.New(),
            ParentId = parentId,
            Kind = kind,
            Path = path,
            Name = name,
            Capacity = capacity,
        };
        added.Add(location);
        there[path] = location.Id;
        return location.Id;
    }

    private static Task<Outcome> RepeatAsync(Work work, AuditEntry first)
    {
        var counts = first.Detail!.Split(' '); // written above
        return Task.FromResult<Outcome>(new Added(
            first.SubjectId!.Value, int.Parse(counts[0], CultureInfo.InvariantCulture), int.Parse(counts[1], CultureInfo.InvariantCulture))); // recorded with its place
    }
}
