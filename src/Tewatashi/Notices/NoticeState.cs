namespace Tewatashi.Notices;

/// <summary>How a notice stands. One of the four machines; a card without any row has none.</summary>
public enum NoticeState
{
    /// <summary>Number and password were issued and the paper drawn.</summary>
    Printed,

    /// <summary>発送済.</summary>
    Sent,

    /// <summary>返戻.</summary>
    Returned,

    /// <summary>A newer notice, the hand-over or the disposal took its place; its password no longer opens anything.</summary>
    Withdrawn,
}
