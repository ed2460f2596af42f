using Microsoft.EntityFrameworkCore.Design;

namespace Tewatashi.Data.Sqlite;

/// <summary>For the design-time tool that writes migrations; opens no database.</summary>
internal sealed class SqliteContextFactory : IDesignTimeDbContextFactory<SqliteContext>
{
    public SqliteContext CreateDbContext(string[] args) => new(SqliteProvider.Options("Data Source=:memory:"));
}
