using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Staff;

/// <summary>A personal account of someone who works with the cards. There is no shared and no built-in account.</summary>
public sealed class StaffMember : IMunicipalityOwned, IVersioned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public int Version { get; set; }

    /// <summary>What the person types to sign in; unique in the whole installation.</summary>
    public required UserId UserId { get; init; }

    public required string DisplayName { get; set; }
    public required StaffRoles Roles { get; set; }
    public required StaffState State { get; set; }

    /// <summary>By the platform's identity library; null until the account was set up.</summary>
    public string? PasswordHash { get; set; }

    public int FailedSignIns { get; set; }

    /// <summary>No sign-in before this moment; null when not locked.</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>SHA-256 of the single-use link's secret; null once used.</summary>
    public byte[]? InvitationHash { get; set; }

    public DateTimeOffset? InvitationExpiresAt { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? LastSignInAt { get; set; }
}
