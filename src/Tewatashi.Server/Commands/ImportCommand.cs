using System.CommandLine;
using System.Globalization;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Imports;
using Tewatashi.Municipalities;
using Tewatashi.Text;

namespace Tewatashi.Server.Commands;

/// <summary><c>cards import FILE</c>: exit 0 when the file was processed, refused rows included; 1 when it was refused whole.</summary>
internal static class ImportCommand
{
    private static readonly Argument<FileInfo> Source = new("FILE") { Description = "取り込むCSVファイル" };
    private static readonly Option<string> Profile = new("--profile") { Description = "ファイルの形式: standard(J-LIS発送), stock(既存の在庫)", DefaultValueFactory = _ => "standard" };
    private static readonly Option<string?> Encoding = new("--encoding") { Description = "文字コード: utf-8 または cp932(省略すると、BOMがあればUTF-8、なければCP932)" };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "調べるだけで、何も変えません" };
    private static readonly Option<bool> AllOrNothing = new("--all-or-nothing") { Description = "1行でも取り込めないときは、何も取り込みません" };
    private static readonly Option<FileInfo?> Report = new("--report") { Description = "取り込めなかった行の一覧(CSV)の書き出し先" };

    public static Command Make()
    {
        var command = new Command("import", "カードのファイルを取り込みます")
        {
            Source, Profile, Encoding, DryRun, AllOrNothing, Report, Answer.Municipality, Answer.Json,
        }.Prints(
            """
            {"importId": "...", "read": 300, "added": 298, "unchanged": 0, "refused": 2, "warnings": 1,
             "encoding": "CP932", "ignoredColumns": []}
            """);
        command.Does(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var source = parsed.GetRequiredValue(Source);
        if (!source.Exists) throw new RefusedException($"ファイル {source.Name} がありません。");
        if (IndividualNumber.ContainsOne(source.Name)) throw new RefusedException("ファイル名に個人番号と思われる12桁の数字があります。名前を変えてから取り込んでください。");
        var file = new ImportFile(ReadProfile(parsed.GetRequiredValue(Profile)), ReadEncoding(parsed.GetValue(Encoding)), source.OpenRead);
        await using var office = await Office.OpenAsync(DatabaseRole.Staff, cancellationToken);
        var municipality = await office.MunicipalityAsync(parsed.GetValue(Answer.Municipality), cancellationToken);
        return await WithReportAsync(parsed.GetValue(Report), async report => await TellAsync(parsed, await office.Get<ImportFromFile>().RunAsync(
            new(file, source.Name, parsed.GetValue(DryRun), parsed.GetValue(AllOrNothing), report),
            Caller.Command(municipality.Key, "cards import"),
            cancellationToken)));
    }

    private static Task<int> TellAsync(ParseResult parsed, ImportFromFile.Outcome outcome) => outcome switch
    {
        ImportFromFile.Processed done => Answer.GiveAsync(parsed, Json(done), Text(done, parsed.GetValue(DryRun))),
        ImportFromFile.FileUnreadable { Why: var why } => throw new RefusedException(
            string.Create(CultureInfo.InvariantCulture, $"取り込めません。{why.Line}行目{(why.Column.Length == 0 ? "" : $"({why.Column})")}: {why.Reason}")),
        ImportFromFile.NothingTaken { Counts: var counts } => throw new RefusedException(
            string.Create(CultureInfo.InvariantCulture, $"取り込めない行が{counts.Refused:N0}行あるため、何も取り込みませんでした(--all-or-nothing)。--report で理由を確かめてください。")),
        ImportFromFile.TakenOver => throw new RefusedException("同じファイルの取り込みが新しく始められたため、こちらは途中で止めました。"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static object Json(ImportFromFile.Processed done) => new
    {
        importId = done.ImportId,
        read = done.Counts.Read,
        added = done.Counts.Added,
        unchanged = done.Counts.Unchanged,
        refused = done.Counts.Refused,
        warnings = done.Counts.Warnings,
        encoding = done.File.EncodingName,
        ignoredColumns = done.File.IgnoredColumns,
    };

    private static string Text(ImportFromFile.Processed done, bool dryRun)
    {
        var counts = string.Create(
            CultureInfo.InvariantCulture,
            $"""
             読んだ行: {done.Counts.Read:N0}
             追加: {done.Counts.Added:N0}
             変更なし: {done.Counts.Unchanged:N0}
             取り込めない行: {done.Counts.Refused:N0}
             注意: {done.Counts.Warnings:N0}
             """);
        var ignored = done.File.IgnoredColumns.Count == 0 ? "" : $"\n使わなかった列: {string.Join('、', done.File.IgnoredColumns)}";
        return counts + ignored + (dryRun ? "\n調べただけで、何も変えていません(--dry-run)。" : "");
    }

    private static async Task<int> WithReportAsync(FileInfo? target, Func<RefusedRowsReport?, Task<int>> work)
    {
        if (target is null) return await work(null);
        await using var stream = target.Create();
        await using var report = new RefusedRowsReport(stream);
        return await work(report);
    }

    private static ImportProfile ReadProfile(string name) =>
        ImportProfile.BuiltIn.FirstOrDefault(profile => string.Equals(profile.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new RefusedException($"形式 {name} はありません。使えるのは {string.Join("、", ImportProfile.BuiltIn.Select(profile => profile.Name))} です。");

    private static ImportEncoding? ReadEncoding(string? name) => name?.ToUpperInvariant() switch
    {
        null => null,
        "UTF-8" or "UTF8" => ImportEncoding.Utf8,
        "CP932" => ImportEncoding.Cp932,
        _ => throw new RefusedException("文字コードは utf-8 か cp932 で指定してください。"),
    };
}
