namespace Tewatashi.Reservations.Waiting;

/// <summary>When on a day someone can come.</summary>
public enum PartOfDay
{
    Any,

    /// <summary>Begins before noon.</summary>
    Morning,

    /// <summary>Begins at noon or later.</summary>
    Afternoon,
}
