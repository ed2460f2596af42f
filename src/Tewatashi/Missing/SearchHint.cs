namespace Tewatashi.Missing;

/// <summary>Why a box is worth looking into, the likeliest first.</summary>
public enum SearchHint
{
    /// <summary>There the books saw it last.</summary>
    LastSeen,

    /// <summary>Whoever moved it last moved other cards there within the quarter of an hour.</summary>
    MovedAlong,

    /// <summary>The next box on either side of the last.</summary>
    Beside,

    /// <summary>It lay there before.</summary>
    Before,
}
