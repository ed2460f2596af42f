using Tewatashi.Data;

namespace Tewatashi.Municipalities;

/// <summary>
/// Another value after every change of what a municipality set up: rules, closures, counters, texts, papers. Written by the database
/// itself (<see cref="SetupMarks"/>), so that nobody can forget it; what was read under a mark counts for as long as the mark stands.
/// </summary>
public sealed class SetupMark : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }

    /// <summary>16 random bytes: a change that was rolled back never looks like a later one.</summary>
    public required byte[] Value { get; init; }
}
