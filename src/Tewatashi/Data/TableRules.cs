using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Tewatashi.Data;

/// <summary>Rules that every table obeys: versions guard changes, closed lists are closed in the database too, nothing cascades.</summary>
internal static class TableRules
{
    public static void Apply(ModelBuilder builder, IMutableEntityType entity)
    {
        if (typeof(IVersioned).IsAssignableFrom(entity.ClrType))
            entity.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true; // the interface declares it

        foreach (var property in entity.GetProperties())
        {
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            // Only our own lists lie as names; a flags enum lies as several names.
            if (!type.IsEnum || type.Assembly != typeof(TableRules).Assembly || type.IsDefined(typeof(FlagsAttribute), inherit: false)) continue;
            var column = Snake.Case(property.Name);
            var names = string.Join(", ", Enum.GetNames(type).Select(name => $"'{name}'"));
            builder.Entity(entity.ClrType).ToTable(table => table.HasCheckConstraint($"ck_{Snake.Case(entity.ClrType.Name)}_{column}", $"{column} IN ({names})"));
        }

        foreach (var key in entity.GetForeignKeys()) key.DeleteBehavior = DeleteBehavior.Restrict;
    }
}
