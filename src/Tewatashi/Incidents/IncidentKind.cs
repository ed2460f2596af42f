namespace Tewatashi.Incidents;

/// <summary>What went wrong.</summary>
public enum IncidentKind
{
    /// <summary>紛失: written down by 紛失確定 alone.</summary>
    CardLost,

    /// <summary>A card went to the wrong person.</summary>
    HandedToAnother,

    /// <summary>A card was destroyed that should not have been.</summary>
    DestroyedByMistake,

    /// <summary>A notice with another person's number and password was sent.</summary>
    NoticeMisdirected,

    /// <summary>A paper with numbers or names went astray.</summary>
    PaperLost,

    /// <summary>Somebody looked up what was none of their work.</summary>
    WrongfulView,

    Other,
}
