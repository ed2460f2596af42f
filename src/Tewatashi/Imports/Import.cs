using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Imports;

/// <summary>One file of cards read into the system, with what became of its rows.</summary>
public sealed class Import : IMunicipalityOwned, IVersioned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public int Version { get; set; }
    public required string FileName { get; init; }
    public required string Profile { get; init; }

    /// <summary>The declared encoding; null: by byte order mark, else the profile's.</summary>
    public string? Encoding { get; init; }

    public bool AllOrNothing { get; init; }
    public long Bytes { get; set; }
    public required ImportState State { get; set; }
    public int RowsRead { get; set; }
    public int Added { get; set; }
    public int Unchanged { get; set; }
    public int Refused { get; set; }
    public int Warnings { get; set; }

    /// <summary>Why the whole file was refused, in words; null otherwise.</summary>
    public string? RefusedBecause { get; set; }

    /// <summary>The account or program that brought it.</summary>
    public required string ActorId { get; init; }

    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>Who is working on it and until when the claim holds; both null while nobody is.</summary>
    public string? ClaimedBy { get; set; }

    public DateTimeOffset? ClaimedUntil { get; set; }
}
