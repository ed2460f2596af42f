using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Reservations;

/// <summary>A resident's sign-in with a notice, or by a mailed link, and what was chosen so far on the way to a booking.</summary>
public sealed class ResidentSession : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }

    /// <summary>SHA-256 of the cookie's secret.</summary>
    public required byte[] SecretHash { get; init; }


    /// <summary>Null where a mailed link was followed instead of a notice.</summary>
    public Guid? CardId { get; init; }

    public Guid? NoticeId { get; init; }

    /// <summary>The verified address; null where a notice stands for the card.</summary>
    public Guid? ContactId { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Written at most once a minute.</summary>
    public required DateTimeOffset LastSeenAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The revision of 利用目的 that was shown before sign-in.</summary>
    public required int PurposeRevision { get; init; }
}
