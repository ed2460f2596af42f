using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Storage;

/// <summary>
/// A place of 保管場所, with a QR label of its own. Cards lie in boxes, or in the positions of a divided box or of a shelf; the levels above say where to walk.
/// </summary>
public sealed class Location : IMunicipalityOwned, IVersioned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public int Version { get; set; }
    public Guid? ParentId { get; init; }
    public required LocationKind Kind { get; init; }

    /// <summary>The whole way in from the building, such as <c>H-V1-03-12</c>: unique, printed on the label, in walking order when sorted.</summary>
    public required string Path { get; init; }

    public required string Name { get; set; }

    /// <summary>How many cards fit; null where cards do not lie in it directly.</summary>
    public int? Capacity { get; set; }

    /// <summary>No longer used; it stays because history names it.</summary>
    public bool Retired { get; set; }

    /// <summary>A new place right inside another one.</summary>
    internal static Location Numbered(Location around, LocationPath path, LocationKind kind, string name, int? capacity) => new()
    {
        Municipality = around.Municipality,
        Id = Ids.New(),
        ParentId = around.Id,
        Kind = kind,
        Path = path.Value,
        Name = name,
        Capacity = capacity,
    };
}
