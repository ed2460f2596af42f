namespace Tewatashi.Notices;

/// <summary>A step of a notice.</summary>
public enum NoticeStep
{
    /// <summary>Printed again with a new password.</summary>
    Reprint,

    /// <summary>発送.</summary>
    Send,

    /// <summary>返戻.</summary>
    Return,

    /// <summary>Replaced by a newer one, or ended with the card.</summary>
    Withdraw,
}
