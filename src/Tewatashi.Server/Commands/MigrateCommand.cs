using System.CommandLine;

namespace Tewatashi.Server.Commands;

/// <summary><c>migrate</c>: brings the schema up to date, as its owner.</summary>
internal static class MigrateCommand
{
    public static Command Make()
    {
        var command = new Command("migrate", "データベースの構造を最新にします") { Answer.Json }.Prints("""{"migrated": true}""");
        command.Does(async (parsed, cancellationToken) =>
        {
            await using var provider = Office.Here().NewProvider();
            await provider.MigrateAsync(cancellationToken);
            return await Answer.GiveAsync(parsed, new { migrated = true }, "データベースは最新です。");
        });
        return command;
    }
}
