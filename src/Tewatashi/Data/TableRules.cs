using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Tewatashi.Data;

/// <summary>Rules that every table obeys: versions guard changes, closed lists are closed in the database too, nothing cascades.</summary>
internal static class TableRules
{
    public static void Apply(IMutableEntityType entity, Action<IMutableProperty, Type> close)
    {
        if (typeof(IVersioned).IsAssignableFrom(entity.ClrType))
            entity.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true; // the interface declares it

        foreach (var property in entity.GetProperties())
        {
            if (ListOf(property) is { } list) close(property, list);
        }

        foreach (var key in entity.GetForeignKeys()) key.DeleteBehavior = DeleteBehavior.Restrict;
    }

    /// <summary>The closed list whose members' names a column holds; null for any other column.</summary>
    public static Type? ListOf(IReadOnlyProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        // Only our own lists lie as names; a flags enum lies as several names.
        return type.IsEnum && type.Assembly == typeof(TableRules).Assembly && !type.IsDefined(typeof(FlagsAttribute), inherit: false) ? type : null;
    }

    /// <summary>The condition that a value is a member of a list.</summary>
    public static string IsMember(string value, Type list) => $"{value} IN ({string.Join(", ", Enum.GetNames(list).Select(name => $"'{name}'"))})";
}
