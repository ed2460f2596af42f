using Microsoft.EntityFrameworkCore;

namespace Tewatashi.Data;

/// <summary>Whether program and schema fit each other.</summary>
internal static class Schema
{
    private static readonly Version Program = typeof(Schema).Assembly.GetName().Version!; // set in Directory.Build.props

    public static async Task<string?> WhyNotReadyAsync(Func<TewatashiContext> open, bool exists, CancellationToken cancellationToken)
    {
        if (!exists) return "データベースがありません。tewatashi migrate を実行してください。";
        try
        {
            await using var context = open();
            var pending = await context.Database.GetPendingMigrationsAsync(cancellationToken);
            if (pending.Any()) return "データベースの構造が古いままです。tewatashi migrate を実行してください。";
            var least = await context.Set<SchemaRequirement>().AsNoTracking().Select(row => row.LeastProgramVersion).SingleOrDefaultAsync(cancellationToken);
            return least is not null && Version.Parse(least) > Program ? $"データベースはプログラム {least} 以降を必要とします。プログラムを新しくしてください。" : null;
        }
        catch (System.Data.Common.DbException)
        {
            return "データベースに接続できません。";
        }
    }

    /// <summary>Raised when a migration makes older programs wrong.</summary>
    private const string Least = "0.1.0";

    public static async Task RequireAsync(TewatashiContext context, CancellationToken cancellationToken)
    {
        var row = await context.Set<SchemaRequirement>().SingleOrDefaultAsync(cancellationToken);
        if (row is null) context.Add(new SchemaRequirement { Id = 1, LeastProgramVersion = Least });
        else if (Version.Parse(row.LeastProgramVersion) < Version.Parse(Least)) row.LeastProgramVersion = Least;
        await context.SaveChangesAsync(cancellationToken);
    }
}
