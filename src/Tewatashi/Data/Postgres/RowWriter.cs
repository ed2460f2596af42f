using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Tewatashi.Data.Postgres;

/// <summary>
/// Writes one entity as a row of COPY: a method made once from the model, that goes from each property through its conversion
/// to the value on the wire without a box.
/// </summary>
internal static class RowWriter
{
    private static readonly ConcurrentDictionary<IEntityType, Delegate> Made = new();

    public static Action<CopyRows, T> Of<T>(IEntityType entity) where T : class =>
        (Action<CopyRows, T>)Made.GetOrAdd(entity, static type => Make<T>(type));

    private static Action<CopyRows, T> Make<T>(IEntityType entity)
    {
        var rows = Expression.Parameter(typeof(CopyRows));
        var row = Expression.Parameter(typeof(T));
        var properties = entity.GetProperties().ToList();
        var steps = properties
            .Select(property => Write(rows, row, property))
            .Prepend(Expression.Call(rows, nameof(CopyRows.BeginRow), null, Expression.Constant(properties.Count)));
        return Expression.Lambda<Action<CopyRows, T>>(Expression.Block(steps), rows, row).Compile();
    }

    private static MethodCallExpression Write(ParameterExpression rows, ParameterExpression row, IProperty property)
    {
        var member = property.PropertyInfo ?? throw new InvalidOperationException($"{property} is no property of its class.");
        return Expression.Call(rows, nameof(CopyRows.Write), null, Stored(Expression.Property(row, member), property.GetTypeMapping().Converter));
    }

    private static Expression Stored(Expression value, ValueConverter? converter)
    {
        if (converter is null) return Nullable(value);
        var convert = converter.ConvertToProviderExpression;
        if (value.Type.IsValueType && System.Nullable.GetUnderlyingType(value.Type) is null)
            return Nullable(Expression.Invoke(convert, value));

        // A conversion never meets null: what is missing stays missing.
        var converted = Nullable(Expression.Invoke(convert, value.Type.IsValueType ? Expression.Property(value, "Value") : value));
        return Expression.Condition(
            Expression.Equal(value, Expression.Constant(null, value.Type)), Expression.Constant(null, converted.Type), converted);
    }

    private static Expression Nullable(Expression value) =>
        value.Type.IsValueType && System.Nullable.GetUnderlyingType(value.Type) is null
            ? Expression.Convert(value, typeof(Nullable<>).MakeGenericType(value.Type))
            : value;
}
