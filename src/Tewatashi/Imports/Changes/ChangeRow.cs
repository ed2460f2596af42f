using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Imports.Changes;

/// <summary>One person of a change list. Name and birthday lie as ciphertext bound to this row while it is open, and nowhere after (a CHECK).</summary>
public sealed class ChangeRow : IMunicipalityOwned, IVersioned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public int Version { get; set; }
    public required Guid ListId { get; init; }

    /// <summary>Its line in the file, as a text editor counts.</summary>
    public required int Line { get; init; }

    /// <summary>Null where the file gave no name, and once decided.</summary>
    public byte[]? KanaName { get; set; }

    /// <summary>Null once decided.</summary>
    public byte[]? Birthday { get; set; }

    public required ChangeKind Kind { get; init; }
    public required DateOnly ChangedOn { get; init; }
    public required ChangeRowState State { get; set; }

    /// <summary>The card somebody confirmed, the first where the person has two (the log names both); null before, and where none is.</summary>
    public Guid? CardId { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }
    public string? DecidedBy { get; set; }
}
