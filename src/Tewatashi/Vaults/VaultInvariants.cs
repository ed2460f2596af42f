using Tewatashi.Data;

namespace Tewatashi.Vaults;

/// <summary>What must hold of 開錠・施錠.</summary>
public static class VaultInvariants
{
    public static readonly IReadOnlyList<Invariant> All =
    [
        new("開錠・施錠の記録は、保管庫のものである",
            """
            SELECT vault_opening.municipality, 'vault', CAST(vault_opening.id AS text) FROM vault_opening
            WHERE NOT EXISTS (
              SELECT 1 FROM location WHERE location.municipality = vault_opening.municipality AND location.id = vault_opening.location_id AND location.kind = 'Vault')
            """),
    ];
}
