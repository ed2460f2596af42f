using Tewatashi.Cards;

namespace Tewatashi.Disposal;

/// <summary>Why a card is to be destroyed.</summary>
public enum DisposalReason
{
    /// <summary>期限経過: nobody came, as long as the municipality's rule says.</summary>
    Unclaimed,

    MovedOut,
    MovedAbroad,
    Deceased,

    /// <summary>申請取消.</summary>
    Withdrawn,

    /// <summary>再作成: another card took its place.</summary>
    Remade,
}

public static class DisposalReasons
{
    /// <summary>Null for a 保留 that ends some day: such a card is kept.</summary>
    public static DisposalReason? Of(Suspension? suspension) => suspension is not { } reason ? DisposalReason.Unclaimed : reason switch
    {
        Suspension.MovedOut => DisposalReason.MovedOut,
        Suspension.MovedAbroad => DisposalReason.MovedAbroad,
        Suspension.Deceased => DisposalReason.Deceased,
        Suspension.Withdrawn => DisposalReason.Withdrawn,
        Suspension.Remade => DisposalReason.Remade,
        Suspension.Hospitalised or Suspension.Defective or Suspension.AskAtCounter or Suspension.Abolished => (DisposalReason?)null,
    };
}
