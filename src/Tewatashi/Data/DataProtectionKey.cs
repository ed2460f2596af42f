namespace Tewatashi.Data;

/// <summary>A key of the platform's data protection for one face, wrapped by the installation's master key. Outside the wall: it belongs to no municipality.</summary>
public sealed class DataProtectionKey
{
    public required string Face { get; init; }
    public required string Name { get; init; }
    public required byte[] Wrapped { get; init; }
}
