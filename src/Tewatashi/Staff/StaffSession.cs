using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Staff;

/// <summary>A sign-in that is still good. The cookie holds the secret, the row only its hash; ending the row ends it on every node.</summary>
public sealed class StaffSession : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }

    /// <summary>SHA-256 of the cookie's secret.</summary>
    public required byte[] SecretHash { get; init; }

    public required Guid StaffMemberId { get; init; }
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Written at most once a minute.</summary>
    public required DateTimeOffset LastSeenAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}
