namespace Tewatashi.Data;

/// <summary>
/// Marks a use case or a reading of the office: a sealed class that a face calls directly, made once per program. A face holds
/// only those that name it.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UseCaseAttribute(UsedBy by) : Attribute
{
    public UsedBy By { get; } = by;
}
