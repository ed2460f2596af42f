using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Staff;

namespace Tewatashi.Data;

/// <summary>Table of 持出し: cards outside the office.</summary>
internal static class TakeOutTables
{
    public static void Configure(ModelBuilder model) => model.Entity<TakeOut>(table =>
    {
        table.ToTable("take_out", rules =>
        {
            rules.HasCheckConstraint("ck_take_out_back_by", "back_by > taken_at");
            rules.HasCheckConstraint("ck_take_out_ended", "(ended_at IS NULL) = (ended_by IS NULL)");
        });
        table.HasKey(row => new { row.Municipality, row.Id });
        table.HasIndex(row => new { row.Municipality, row.CardId }).IsUnique().HasDatabaseName(TakeOut.OneLivePerCard).HasFilter("ended_at IS NULL");
        table.HasIndex(row => new { row.Municipality, row.EndedAt, row.BackBy });
        table.HasOne<Card>().WithMany().HasForeignKey(row => new { row.Municipality, row.CardId });
        table.HasOne<StaffMember>().WithMany().HasForeignKey(row => new { row.Municipality, row.StaffMemberId });
    });
}
