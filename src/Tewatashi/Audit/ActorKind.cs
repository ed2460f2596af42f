namespace Tewatashi.Audit;

/// <summary>What kind of person or program acts.</summary>
public enum ActorKind
{
    Staff,
    Resident,
    Worker,
    Command,
}
