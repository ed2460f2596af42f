namespace Tewatashi.Data;

/// <summary>Which programs hold a use case.</summary>
[Flags]
public enum UsedBy
{
    Staff = 1,
    Resident = 2,
    Worker = 4,
    Both = Staff | Resident,
}
