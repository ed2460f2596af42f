namespace Tewatashi.Reservations;

/// <summary>Why a card was made or is brought up to date, as far as it decides what to bring. The applicant knows; nobody records it.</summary>
public enum BringReason
{
    /// <summary>The first card, or a renewal before it ran out: free of charge.</summary>
    FirstIssue,

    /// <summary>再交付: lost, broken or asked for: with a fee.</summary>
    Reissue,

    /// <summary>要追記: address or name changed since the application.</summary>
    Amendment,
}
