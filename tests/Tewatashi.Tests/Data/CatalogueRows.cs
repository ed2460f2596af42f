using System.Data.Common;
using Tewatashi.Data;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Data;

/// <summary>Asks a database's own catalogue, past the model.</summary>
internal static class CatalogueRows
{
    /// <summary>Each row's columns joined by a space, in order.</summary>
    public static async Task<IReadOnlyList<string>> AskAsync(Engine engine, string statement)
    {
        var provider = await TestDatabase.ProviderAsync(engine);
        await using var connection = await provider.OpenAsync(DatabaseRole.Owner, CancellationToken.None);
        return await AskAsync(connection, statement);
    }

    public static async Task<IReadOnlyList<string>> AskAsync(DbConnection connection, string statement)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture))));
        return [.. rows.Order(StringComparer.Ordinal)];
    }
}
