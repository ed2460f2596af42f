using Microsoft.EntityFrameworkCore;
using Tewatashi.Storage;
using Tewatashi.Vaults;

namespace Tewatashi.Data;

/// <summary>Table of 開錠・施錠.</summary>
internal static class VaultTables
{
    public static void Configure(ModelBuilder model) => model.Entity<VaultOpening>(table =>
    {
        table.ToTable("vault_opening", rules => rules.HasCheckConstraint("ck_vault_opening_locked", "(locked_at IS NULL) = (locked_by IS NULL) AND locked_at >= unlocked_at"));
        table.HasKey(row => new { row.Municipality, row.Id });
        table.HasIndex(row => new { row.Municipality, row.LocationId }).IsUnique().HasDatabaseName(VaultOpening.OneOpenPerVault).HasFilter("locked_at IS NULL");
        table.HasIndex(row => new { row.Municipality, row.UnlockedAt });
        table.HasOne<Location>().WithMany().HasForeignKey(row => new { row.Municipality, row.LocationId });
    });
}
