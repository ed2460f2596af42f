using Microsoft.EntityFrameworkCore;

namespace Tewatashi.Data.Postgres;

/// <summary>Brings the schema up to date as its owner, and puts up the walls in the same run.</summary>
internal sealed class PostgresMigration(PostgresProvider provider)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var context = provider.NewContext(DatabaseRole.Owner, null);
        foreach (var statement in PostgresLists.Statements(context.Model)) await context.Database.ExecuteSqlRawAsync(statement, cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        foreach (var statement in PostgresWalls.Statements(context.Model)) await context.Database.ExecuteSqlRawAsync(statement, cancellationToken);
        await Schema.RequireAsync(context, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
