using System.CommandLine;
using System.CommandLine.Help;

namespace Tewatashi.Server.Commands;

/// <summary>The verbs of the program. Exit 0 done, 1 refused or failed with one line on standard error, 2 wrong usage.</summary>
internal static class Verbs
{
    private const int WrongUsage = 2;

    private static readonly IReadOnlyList<Func<Command>> All =
    [
        DemoCommand.Make,
        MigrateCommand.Make,
        MunicipalityCommand.Make,
        StaffCommand.Make,
        CardsCommand.Make,
        CheckCommand.Make,
        RoutesCommand.Make,
        ServeCommand.Make,
        WorkerCommand.Make,
        BenchCommand.Make,
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        // Not a RootCommand: that would call itself by its file, tewatashi-server, which nobody types.
        var root = new Command("tewatashi", "手渡し (Tewatashi): 個人番号カード交付管理システム") { new HelpOption(), new VersionOption() };
        foreach (var make in All) root.Subcommands.Add(make());
        JsonHelp.Attach(root);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
            return WrongUsage;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }
}
