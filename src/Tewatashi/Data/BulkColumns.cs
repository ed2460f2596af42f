using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Tewatashi.Data;

/// <summary>Columns of an entity's table with the way from an object to what the database stores.</summary>
internal static class BulkColumns
{
    /// <param name="StoredType">What <paramref name="Read"/> gives; nullable for a value type.</param>
    public sealed record Column(string Name, string StoreType, Type StoredType, Func<object, object?> Read);

    public static (string Table, Column[] Columns) Of(TewatashiContext context, Type type)
    {
        var entity = context.Model.FindEntityType(type) ?? throw new InvalidOperationException($"{type} is not in the model.");
        var table = entity.GetTableName()!; // every entity is a table
        var id = StoreObjectIdentifier.Table(table);
        return (table, [.. entity.GetProperties().Select(property => new Column(property.GetColumnName(id)!, property.GetColumnType(), StoredType(property), Reader(property)))]); // mapped
    }

    private static Type StoredType(IProperty property)
    {
        var type = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
        return type.IsValueType && Nullable.GetUnderlyingType(type) is null ? typeof(Nullable<>).MakeGenericType(type) : type;
    }

    private static Func<object, object?> Reader(IProperty property)
    {
        var getter = property.GetGetter();
        var converter = property.GetTypeMapping().Converter;
        return converter is null
            ? row => getter.GetClrValue(row)
            : row => getter.GetClrValue(row) is { } value ? converter.ConvertToProvider(value) : null;
    }
}
