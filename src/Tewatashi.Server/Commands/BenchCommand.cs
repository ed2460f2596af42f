using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Tewatashi.Bench;
using Tewatashi.Bench.Year;

namespace Tewatashi.Server.Commands;

/// <summary><c>bench NAME|all</c>: measures the speed promises, each with its limit in the same run; exit 1 when one is missed.</summary>
internal static class BenchCommand
{
    private const string Setting = "TEWATASHI_TEST_POSTGRES";
    private static readonly Argument<string> Name = new("NAME") { Description = $"{string.Join(", ", Benchmarks.Names)}, all" };
    private static readonly Option<bool> Short = new("--short") { Description = "動くことだけを短く確かめます(数字は当てになりません)" };
    private static readonly Option<FileInfo?> History = new("--history") { Description = "結果を1行ずつ書き足すファイル(既定は artifacts/bench/history.jsonl)" };
    private static readonly Option<FileInfo?> Document = new("--document") { Description = "結果の表を書き込む文書(docs/speed.md)" };

    private static readonly Option<int?> Cards = new("--cards") { Description = "year: 引き継ぐカードの枚数、growth: 増えたカードの枚数" };
    private static readonly Option<int?> Days = new("--days") { Description = "year: 開庁日の数" };
    private static readonly Option<int?> HandOvers = new("--hand-overs") { Description = "year: 1日の交付の枚数" };
    private static readonly Option<string> Database = new("--database") { Description = $"year: {string.Join(", ", YearSize.Databases)}(既定は {YearSize.Both})" };

    public static Command Make()
    {
        Database.AcceptOnlyFromAmong([.. YearSize.Databases]);
        Name.AcceptOnlyFromAmong([.. Benchmarks.Names, "all"]);
        var command = new Command("bench", $"速さの約束を測ります({Setting} に管理者の接続文字列。なければ計測用のPostgreSQLを起動します)") { Name, Short, Cards, Days, HandOvers, Database, History, Document, Answer.Json }.Prints(
            """{"results": [{"bench": "booking", "promise": "...", "limit": 7500.1, "measured": 1300.2, "ratio": 0.17, "wanted": 0.15, "holds": true}]}""");
        command.Does(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var own = Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } ? null : await Cluster.StartAsync(cancellationToken);
        var super = own?.ConnectionString ?? Environment.GetEnvironmentVariable(Setting)
            ?? throw new RefusedException($"計測用のPostgreSQLを起動できません。PostgreSQL 15以上を入れて配布元のフォルダーで実行するか、{Setting} に管理者の接続文字列を設定してください。");
        var name = parsed.GetRequiredValue(Name);
        var results = await Benchmarks.RunAsync(
            name == "all" ? Benchmarks.Names : [name], super, PaceOf(parsed), one => Console.Error.WriteLine(Line(one)), cancellationToken);
        await KeepAsync(parsed.GetValue(History)?.FullName ?? Path.Combine("artifacts", "bench", "history.jsonl"), results, parsed.GetValue(Short), cancellationToken);
        if (parsed.GetValue(Document) is { } document)
            await BenchDocument.WriteAsync(document.FullName, results, $"./tewatashi bench {name}{(parsed.GetValue(Short) ? " --short" : "")}", cancellationToken);
        await Answer.GiveAsync(
            parsed,
            new { results = results.Select(Json) },
            string.Join('\n', ["bench        limit        measured     ratio   wanted  holds  promise", .. results.Select(Line)]));
        return results.All(one => one.Holds) ? 0 : 1;
    }

    private static Pace PaceOf(ParseResult parsed)
    {
        var pace = parsed.GetValue(Short) ? Pace.Short : Pace.Long;
        var year = new YearSize(
            parsed.GetValue(Cards) ?? pace.Year.Cards, parsed.GetValue(Days) ?? pace.Year.Days, parsed.GetValue(HandOvers) ?? pace.Year.ADay, parsed.GetValue(Database) ?? pace.Year.Database);
        return year is { Cards: >= 100, Days: >= 4, ADay: >= 1 } ? pace with { Year = year, GrownCards = parsed.GetValue(Cards) ?? pace.GrownCards } : throw new RefusedException("--cards は100以上、--days は4以上、--hand-overs は1以上にしてください。");
    }

    private static object Json(Measurement one) =>
        new { bench = one.Bench, promise = one.Promise, limit = one.Limit, measured = one.Measured, ratio = one.Ratio, wanted = one.Wanted, atMost = one.AtMost, holds = one.Holds, remark = one.Remark };

    private static string Line(Measurement one) => string.Create(
        CultureInfo.InvariantCulture,
        $"{one.Bench,-12} {one.Limit,-12:F2} {one.Measured,-12:F2} {one.Ratio,-7:F3} {(one.AtMost ? "<=" : ">=")}{one.Wanted,-5:0.##} {(one.Holds ? "yes" : "NO"),-6} {one.Promise}{(one.Remark is null ? "" : $" ({one.Remark})")}");

    /// <summary>Every run stays on record, so that a promise that wears away is seen.</summary>
    private static async Task KeepAsync(string path, IReadOnlyList<Measurement> results, bool isShort, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!); // a file lies in a folder
        var line = JsonSerializer.Serialize(new { at = TimeProvider.System.GetUtcNow(), @short = isShort, results = results.Select(Json) }, JsonSerializerOptions.Web);
        await File.AppendAllTextAsync(path, line + "\n", cancellationToken);
    }
}
