using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Notices;

/// <summary>
/// 交付通知 of one card: the number and password by which its resident signs in, and the deadline it sets. A card has at most
/// one that is not withdrawn.
/// </summary>
public sealed class Notice : IMunicipalityOwned, IVersioned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public int Version { get; set; }
    public required Guid CardId { get; init; }
    public required Guid BatchId { get; init; }

    /// <summary>Order in the batch.</summary>
    public required int Ordinal { get; init; }

    /// <summary>1 for the first notice of a card, 2 when sent again.</summary>
    public required int Sequence { get; init; }

    /// <summary>再通知の段階: 0 for the first notice and for what was sent in its place, n for the n-th reminder and what was sent in its place.</summary>
    public int Stage { get; init; }

    public required ReceptionNumber ReceptionNumber { get; init; }
    public required byte[] PasswordSalt { get; set; }

    /// <summary>Salted PBKDF2 over a value keyed with a secret outside the database.</summary>
    public required byte[] PasswordHash { get; set; }

    public required NoticeState State { get; set; }
    public required DateTimeOffset IssuedAt { get; set; }

    /// <summary>When a person confirmed that its paper came out well; null again after each reprint.</summary>
    public DateTimeOffset? PrintConfirmedAt { get; set; }

    /// <summary>封入照合: when label and maker's postcard were scanned or typed together.</summary>
    public DateTimeOffset? MatchedAt { get; set; }

    public DateOnly? SentOn { get; set; }

    /// <summary>交付期限, inclusive.</summary>
    public required DateOnly DeadlineOn { get; init; }

    public DateOnly? ReturnedOn { get; set; }
    public ReturnReason? ReturnReason { get; set; }
}
