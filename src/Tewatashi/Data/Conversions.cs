using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Tewatashi.Text;

namespace Tewatashi.Data;

/// <summary>
/// How values lie in both databases: identifiers as their canonical text, closed lists as the names of their members, instants
/// as whole milliseconds since 1970 (the providers keep different fractions, and hashes over them must recompute).
/// </summary>
internal static class Conversions
{
    public static void Apply(ModelConfigurationBuilder builder)
    {
        builder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        foreach (var type in typeof(Conversions).Assembly.GetTypes())
        {
            if (type.IsEnum && type.IsPublic)
                builder.Properties(type).HaveConversion(typeof(EnumToStringConverter<>).MakeGenericType(type)).HaveMaxLength(32);
            else if (IsIdentifier(type))
                builder.Properties(type).HaveConversion(typeof(IdentifierConverter<>).MakeGenericType(type));
        }
    }

    private static bool IsIdentifier(Type type) =>
        type is { IsAbstract: false, IsInterface: false } &&
        type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IIdentifier<>));

    internal sealed class IdentifierConverter<T>() : ValueConverter<T, string>(value => value.Value, text => Parse<T>(text))
        where T : class, IIdentifier<T>;

    // An expression cannot call a static member of an interface itself.
    private static T Parse<T>(string text) where T : class, IIdentifier<T> => T.Parse(text);

    internal sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
        instant => instant.ToUnixTimeMilliseconds(), milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}
