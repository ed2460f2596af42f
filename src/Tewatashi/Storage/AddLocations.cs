using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Storage;

/// <summary>
/// Sets up 保管場所 in bulk: a building, a vault in it, shelves with a run of numbers, on each the same run of boxes, and in each box (or on
/// the shelf itself, where no boxes are asked for) the same run of positions. Building, vault and shelves that are there already are used as they are; a box
/// or a position that is there refuses the whole.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class AddLocations(Database database)
{
    /// <summary>The highest number of a shelf or a box: two digits keep the walking order.</summary>
    public const int HighestNumber = 99;

    /// <summary>Boxes and positions made at once.</summary>
    public const int MostBoxes = 2000;
    public const int LargestCapacity = 9999;

    /// <param name="At">The building (<c>H</c>) or the vault (<c>H-V1</c>) to make; shelves need a vault.</param>
    /// <param name="BuildingName">Name of a new building; not used where it is there.</param>
    /// <param name="VaultName">Name of a new vault; not used where it is there or none is wanted.</param>
    /// <param name="Shelves">0 for none: only building and vault.</param>
    /// <param name="BoxesPerShelf">0 for none: only shelves.</param>
    /// <param name="Capacity">Cards that fit in one box; with positions, in one position.</param>
    public sealed record Request(
        LocationPath At, string BuildingName, string VaultName, NumberRun Shelves, NumberRun BoxesPerShelf, int Capacity)
    {
        /// <summary>Positions in each box, or on each shelf where no boxes are asked for; none is usual.</summary>
        public NumberRun Positions { get; init; } = NumberRun.None;

        internal int CardPlaces => Shelves.Count * Math.Max(1, BoxesPerShelf.Count) * Math.Max(1, Positions.Count);

        internal bool HoldsCards => BoxesPerShelf.Count > 0 || Positions.Count > 0;
    }

    /// <summary>Numbers from the first on; a count of 0 is none.</summary>
    public sealed record NumberRun(int First, int Count)
    {
        public static readonly NumberRun None = new(1, 0);

        internal bool Fits => Count == 0 || (First >= 1 && Count > 0 && First + Count - 1 <= HighestNumber);

        internal IEnumerable<int> Numbers => Enumerable.Range(First, Count);
    }

    public abstract record Outcome;

    /// <param name="PlaceId">The vault, or the building where no vault was asked for.</param>
    public sealed record Added(Guid PlaceId, int Shelves, int Boxes, int Positions) : Outcome;

    /// <summary>A box or a position of the run is there already; nothing was added.</summary>
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
        { Shelves.Count: 0, HoldsCards: true } => "箱や位置を作るには棚の数を1以上にしてください。",
        _ when !LocationName.IsGood(request.BuildingName) => $"庁舎の名前を{LocationName.MaxLength}文字までで入力してください。",
        _ when request.At.Depth == 2 && !LocationName.IsGood(request.VaultName) => $"保管庫の名前を{LocationName.MaxLength}文字までで入力してください。",
        _ when !request.Shelves.Fits => $"棚の番号は1から{HighestNumber}までにしてください。多いときは保管庫を分けてください。",
        _ when !request.BoxesPerShelf.Fits => $"箱の番号は1から{HighestNumber}までにしてください。多いときは棚を分けてください。",
        _ when !request.Positions.Fits => $"位置の番号は1から{HighestNumber}までにしてください。",
        _ when request.CardPlaces > MostBoxes => $"一度に作れる箱と位置は{MostBoxes}までです。分けて作ってください。",
        _ when request.HoldsCards && request.Capacity is < 1 or > LargestCapacity => $"入る枚数は1から{LargestCapacity}までにしてください。",
        _ => null,
    };

    private static async Task<Outcome> AddAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var there = await work.Context.Locations.AsNoTracking().ToDictionaryAsync(row => row.Path, cancellationToken);
        var added = new List<Location>();
        var parts = request.At.WayIn;
        var place = Place(work, there, added, parts[0], null, LocationKind.Building, request.BuildingName.Trim());
        if (parts.Count == 2) place = Place(work, there, added, parts[1], place, LocationKind.Vault, request.VaultName.Trim());
        foreach (var number in request.Shelves.Numbers)
        {
            var shelf = Place(work, there, added, request.At.Inside(number).Value, place, LocationKind.Shelf, $"棚{number:00}");
            if (Inside(shelf, request).FirstOrDefault(row => there.ContainsKey(row.Path)) is { } known)
            {
                work.Abandon();
                return new AlreadyThere(known.Path);
            }

            added.AddRange(Inside(shelf, request));
        }

        if (added.Count == 0)
        {
            work.Abandon();
            return new AlreadyThere(request.At.Value);
        }

        // Outer places come first in the list: each row's parent is there before it.
        await work.Provider.InsertManyAsync(work.Context, added, cancellationToken);
        var outcome = new Added(place.Id, Count(LocationKind.Shelf), Count(LocationKind.Box), Count(LocationKind.Position));
        work.Record("Added", place.Id, FormattableString.Invariant($"{outcome.Shelves} {outcome.Boxes} {outcome.Positions}"));
        return outcome;

        int Count(LocationKind kind) => added.Count(row => row.Kind == kind);
    }

    /// <summary>What is asked for on one shelf, outer places first. A box with positions has no capacity of its own.</summary>
    private static IEnumerable<Location> Inside(Location shelf, Request request)
    {
        foreach (var number in request.BoxesPerShelf.Numbers)
        {
            var box = Location.Numbered(shelf, LocationPath.Parse(shelf.Path).Inside(number), LocationKind.Box, $"箱{number:00}", request.Positions.Count == 0 ? request.Capacity : null);
            yield return box;
            foreach (var position in PositionsOf(box, request)) yield return position;
        }

        if (request.BoxesPerShelf.Count > 0) yield break;
        foreach (var position in PositionsOf(shelf, request)) yield return position;
    }

    private static IEnumerable<Location> PositionsOf(Location around, Request request) => request.Positions.Numbers.Select(number =>
        Location.Numbered(around, LocationPath.Parse(around.Path).Inside(number), LocationKind.Position, $"位置{number:00}", request.Capacity));

    private static Location Place(Work work, Dictionary<string, Location> there, List<Location> added, string path, Location? around, LocationKind kind, string name)
    {
        if (there.TryGetValue(path, out var known)) return known;
        var location = new Location { Municipality = work.Municipality, Id = Ids.New(), ParentId = around?.Id, Kind = kind, Path = path, Name = name };
        added.Add(location);
        there[path] = location;
        return location;
    }

    private static Task<Outcome> RepeatAsync(Work work, AuditEntry first)
    {
        var counts = first.Detail!.Split(' ').Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToList(); // written above
        return Task.FromResult<Outcome>(new Added(first.SubjectId!.Value, counts[0], counts[1], counts[2])); // recorded with its place
    }
}
