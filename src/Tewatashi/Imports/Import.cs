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

    /// <summary>A keyed digest of the file, by which the same file run again after an interruption goes on with this import; null until it was read.</summary>
    public byte[]? ContentToken { get; set; }

    public required ImportState State { get; set; }

    /// <summary>Rows of the whole file; 0 until it was looked through.</summary>
    public int Rows { get; set; }

    /// <summary>How many of them the present or last run has dealt with.</summary>
    public int RowsRead { get; set; }

    /// <summary>Rows that became cards; in a preview those that would.</summary>
    public int Added { get; set; }

    public int Unchanged { get; set; }
    public int Refused { get; set; }
    public int Warnings { get; set; }

    /// <summary>Headers of the file that the profile does not know, joined by 、; null where there are none.</summary>
    public string? IgnoredColumns { get; set; }

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
