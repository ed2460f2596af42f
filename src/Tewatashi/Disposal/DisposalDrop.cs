namespace Tewatashi.Disposal;

/// <summary>Why a card dropped out of a proposal.</summary>
public enum DisposalDrop
{
    /// <summary>Somebody booked it, or is about to.</summary>
    Booked,

    /// <summary>It is on 保留 for another reason now, or no more.</summary>
    SuspensionChanged,

    /// <summary>所在不明 or 紛失確定.</summary>
    Missing,

    /// <summary>移送中, 持出し中 or handed over.</summary>
    Elsewhere,

    /// <summary>A re-notice was sent meanwhile, or the rule was changed.</summary>
    NotDue,

    /// <summary>A member of staff took it out of the list.</summary>
    LeftOut,

    /// <summary>The proposal was given up.</summary>
    GivenUp,
}
