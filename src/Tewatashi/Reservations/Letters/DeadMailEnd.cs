namespace Tewatashi.Reservations.Letters;

/// <summary>What somebody does with a mail that did not arrive.</summary>
public enum DeadMailEnd
{
    /// <summary>もう一度送る.</summary>
    SendAgain,

    /// <summary>送るのをやめて電話する.</summary>
    GiveUp,
}
