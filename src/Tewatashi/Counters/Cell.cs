using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Counters;

/// <summary>
/// One cell of the grid: so many minutes of a counter, or of an office's total, with what is taken of it. Made on first use
/// inside the booking's own transaction. The database refuses more taken than there is.
/// </summary>
public sealed class Cell : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }

    /// <summary>A counter, or the building whose total it counts.</summary>
    public required Guid OwnerId { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>Minutes from midnight at which the cell begins.</summary>
    public required int Minute { get; init; }

    public required int Capacity { get; set; }

    /// <summary>Of the capacity, kept for the telephone and for people without a booking: ⌊capacity × quota⌋.</summary>
    public required int Kept { get; set; }

    public int Taken { get; set; }

    /// <summary>Of the taken, by internet; never above capacity less kept.</summary>
    public int TakenOnWeb { get; set; }
}
