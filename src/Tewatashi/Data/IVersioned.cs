namespace Tewatashi.Data;

/// <summary>A row that two people may change at the same time: the second one to save is told.</summary>
public interface IVersioned
{
    /// <summary>Raised by one with each change.</summary>
    int Version { get; set; }
}
