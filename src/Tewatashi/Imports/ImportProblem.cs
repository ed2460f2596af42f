using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Imports;

/// <summary>What was wrong, or worth a look, in one row of a file. Never repeats what the cell held.</summary>
public sealed class ImportProblem : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid ImportId { get; init; }
    public required int Ordinal { get; init; }

    /// <summary>True: the row was refused. False: a warning.</summary>
    public required bool Refused { get; init; }

    /// <summary>As a text editor counts.</summary>
    public required int Line { get; init; }

    public required string Column { get; init; }
    public required string Reason { get; init; }
}
