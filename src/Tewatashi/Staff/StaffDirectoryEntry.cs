using Tewatashi.Municipalities;

namespace Tewatashi.Staff;

/// <summary>Which municipality a user id belongs to. Lies outside the wall, for sign-in alone; holds nothing else.</summary>
public sealed class StaffDirectoryEntry
{
    public required UserId UserId { get; init; }
    public required MunicipalityCode Municipality { get; init; }
}
