using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Tewatashi.Data.Sqlite;

/// <summary>The model on SQLite, with SQLite's migrations.</summary>
public sealed class SqliteContext(DbContextOptions<SqliteContext> options) : TewatashiContext(options)
{
    private protected override void Close(ModelBuilder model, IMutableProperty property, Type list)
    {
        var column = Snake.Case(property.Name);
        model.Entity(property.DeclaringType.ClrType).ToTable(table => table.HasCheckConstraint($"ck_{table.Metadata.GetTableName()}_{column}", TableRules.IsMember(column, list)));
    }
}
