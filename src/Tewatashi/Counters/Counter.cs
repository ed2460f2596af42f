using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Counters;

/// <summary>交付窓口: where residents come, with its own hours and grid of places.</summary>
public sealed class Counter : IMunicipalityOwned, IVersioned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public int Version { get; set; }
    public required CounterCode Code { get; init; }
    public required string Name { get; set; }

    /// <summary>The office it stands in: a location of kind building. All counters of one office share its connections.</summary>
    public required Guid BuildingId { get; init; }

    /// <summary>Length of a cell of the grid in minutes: 5, 10 or 15.</summary>
    public required int GridMinutes { get; init; }

    /// <summary>Way and address, in words, for residents.</summary>
    public string Access { get; set; } = "";

    /// <summary>Whether its weekly hours count on national holidays too, as at a counter in a shopping centre. 12/29 to 1/3 closes it all the same.</summary>
    public bool OpenOnHolidays { get; set; }

    public bool Active { get; set; } = true;
}
