using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Tewatashi.Data.Sqlite;

/// <summary>SQLite names the columns of a violated index, not the index: finds its name in the model.</summary>
internal static class SqliteIndexes
{
    public static string NameOf(IModel model, string table, string[] columns)
    {
        foreach (var entity in model.GetEntityTypes().Where(entity => entity.GetTableName() == table))
        {
            var id = StoreObjectIdentifier.Table(table);
            foreach (var index in entity.GetIndexes().Where(index => index.IsUnique))
            {
                if (index.Properties.Select(property => property.GetColumnName(id)).SequenceEqual(columns)) return index.GetDatabaseName()!; // relational model
            }

            foreach (var key in entity.GetKeys())
            {
                if (key.Properties.Select(property => property.GetColumnName(id)).SequenceEqual(columns)) return key.GetName()!; // relational model
            }
        }

        throw new InvalidOperationException($"No unique index of {table} on {string.Join(", ", columns)} in the model.");
    }
}
