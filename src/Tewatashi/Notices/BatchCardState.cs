namespace Tewatashi.Notices;

/// <summary>What became of a card chosen for a batch.</summary>
public enum BatchCardState
{
    /// <summary>Chosen; its notice is still to be issued. A card waits in one batch at most.</summary>
    Waiting,

    /// <summary>Its notice was issued.</summary>
    Issued,

    /// <summary>Left out at the issue: 保留 had been set meanwhile.</summary>
    Suspended,

    /// <summary>Left out at the issue: no longer 交付前設定済 or no longer for the counter.</summary>
    NotReady,

    /// <summary>Left out at the issue: another notice had been made meanwhile.</summary>
    AlreadyNotified,

    /// <summary>The batch was given up before the issue.</summary>
    GivenUp,
}
