using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Vaults;

/// <summary>開錠・施錠: a vault stood open, from when to when and by whom. A vault is open once at a time: a unique index. Rows stay as they are: together they are the log.</summary>
public sealed class VaultOpening : IMunicipalityOwned
{
    internal const string OneOpenPerVault = "ux_vault_opening_one_open_per_vault";

    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }

    /// <summary>A location of kind vault.</summary>
    public required Guid LocationId { get; init; }

    public required DateTimeOffset UnlockedAt { get; init; }
    public required string UnlockedBy { get; init; }

    /// <summary>Null while it stands open.</summary>
    public DateTimeOffset? LockedAt { get; set; }

    public string? LockedBy { get; set; }
}
