using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Reservations;

/// <summary>
/// The mail address given for a visit or a wait: its masked form and whether it was verified. The address itself lies in
/// <see cref="ContactAddress"/>. The newest one of a visit counts.
/// </summary>
public sealed class Contact : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }

    /// <summary>The visit it was given for; null while it was given for waiting alone.</summary>
    public Guid? VisitId { get; init; }

    /// <summary>The wait it was given for; null once there is a visit.</summary>
    public Guid? WaitingId { get; init; }

    /// <summary>Keyed token of the address by which somebody signed in without a notice: the same address finds its booking again. Null otherwise.</summary>
    public byte[]? AddressToken { get; init; }

    /// <summary>Such as <c>t***@e***.jp</c>: all that is ever shown.</summary>
    public required string Masked { get; init; }

    /// <summary>SHA-256 of the mailed link's secret.</summary>
    public required byte[] TokenHash { get; init; }

    public required DateTimeOffset TokenExpiresAt { get; init; }
    public DateTimeOffset? VerifiedAt { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
}
