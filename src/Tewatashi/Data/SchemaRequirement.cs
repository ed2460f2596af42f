namespace Tewatashi.Data;

/// <summary>The least version of the program that may work with this schema; an older one refuses to start. One row.</summary>
public sealed class SchemaRequirement
{
    public required int Id { get; init; }
    public required string LeastProgramVersion { get; set; }
}
