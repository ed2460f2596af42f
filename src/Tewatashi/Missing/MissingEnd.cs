namespace Tewatashi.Missing;

/// <summary>How a search ended.</summary>
public enum MissingEnd
{
    /// <summary>In a box again, label and box scanned.</summary>
    Found,

    /// <summary>紛失確定.</summary>
    Lost,
}
