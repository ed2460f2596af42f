using System.CommandLine;
using Tewatashi.Data;
using Tewatashi.Server.Demo;
using Tewatashi.Time;
using Tewatashi.Web.Hosting;

namespace Tewatashi.Server.Commands;

/// <summary><c>demo</c>: a fictional municipality with cards in all stages of life, made through the use cases, and both faces to try it.</summary>
internal static class DemoCommand
{
    private const int MostCards = 20_000;
    private static readonly Option<string?> Data = new("--data") { Description = "データの置き場所(既定は TEWATASHI__DATA、なければ data/demo)" };
    private static readonly Option<int> Cards = new("--cards") { Description = "カードの枚数", DefaultValueFactory = _ => 300 };
    private static readonly Option<int> Seed = new("--seed") { Description = "乱数の種。同じ種からは同じ人々ができます", DefaultValueFactory = _ => 1 };
    private static readonly Option<bool> Fresh = new("--fresh") { Description = "デモのデータを作り直します" };

    public static Command Make()
    {
        var command = new Command("demo", "架空の見本市で試します(準備は要りません)") { Data, Cards, Seed, ServeCommand.Resident, ServeCommand.Staff, Fresh, Answer.Json }.Prints(
            """
            {"resident": "http://localhost:5080", "staff": "http://localhost:5090", "municipality": "990001",
             "staffMembers": [{"id": "...", "password": "...", "role": "counter"}],
             "notices": [{"receptionNumber": "...", "password": "...", "birthday": "04-01", "serialNumber": "MIH100007"}],
             "otherNotices": [...]}
            """);
        command.Does(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(Cards) is < 1 or > MostCards) throw new RefusedException($"--cards は1から{MostCards}までです。");
        var folder = parsed.GetValue(Data) ?? Environment.GetEnvironmentVariable("TEWATASHI__DATA") ?? Path.Combine("data", "demo");
        // Every part of this process, the mail's folder too, finds the demonstration where its data lie.
        Environment.SetEnvironmentVariable("TEWATASHI__DATA", folder);
        Directory.CreateDirectory(folder);
        using var alone = Lock(folder);
        var installation = Office.Here();
        await using var provider = installation.NewProvider();
        var (residentUrl, staffUrl) = (parsed.GetRequiredValue(ServeCommand.Resident).TrimEnd('/'), parsed.GetRequiredValue(ServeCommand.Staff).TrimEnd('/'));
        var (file, clock) = await new DemoMaker(installation, provider, residentUrl, staffUrl).MakeAsync(
            parsed.GetValue(Cards), parsed.GetValue(Seed), parsed.GetValue(Fresh), cancellationToken);
        await ServeCommand.RunAsync(
            new FaceGivens(installation, provider, clock), residentUrl, staffUrl, () => Answer.GiveAsync(parsed, file, Welcome(file, folder, JapanTime.Today(clock))), cancellationToken);
        return 0;
    }

    private static FileStream Lock(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, "demo.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException)
        {
            throw new RefusedException($"{folder} のデモはもう動いています。そちらを使うか、止めてから始めてください。");
        }
    }

    private static string Welcome(DemoFile file, string folder, DateOnly today)
    {
        var resident = $"{file.Resident}/{file.Municipality}/";
        var (sample, family) = (file.Notices is [var one, ..] ? one : null, file.Notices is [_, var two, ..] ? two : null);
        var mail = Environment.GetEnvironmentVariable("TEWATASHI__SMTP") is { Length: > 0 } smtp ? smtp : Path.Combine(folder, "mail");
        return $"""

            手渡し(Tewatashi)のデモが動いています。架空の見本市です。終わるときは Ctrl+C。

              住民側  {resident}
              職員側  {file.Staff}/

            職員のサインイン(パスワードはみな {file.StaffMembers[0].Password})
              counter1 窓口   phone1 電話   custody1 保管   admin1 管理   auditor1 監査   operations1 運用

            住民のサインイン
              受付番号 {Grouped(sample?.ReceptionNumber)}   受付パスワード {Halved(sample?.Password)}
              家族用   {Grouped(family?.ReceptionNumber)}                  {Halved(family?.Password)}

            はじめの10分
              1. 住民側で「予約する」を押し、上の受付番号とパスワードで予約します。予約番号が出ます。
              2. 職員側に phone1 で入り、検索の箱に {(file.Notices is [_, _, var caller, ..] ? caller : sample)?.SerialNumber} と入れて、電話の方の予約を取ります。
              3. custody1 で入り、今日の抜き出し一覧を見て、カードを読み取ってトレイに入れます(番号は手で入れても同じです)。
              4. counter1 で入り、今日の来庁の方を受け付けて、カードを渡します。誕生日は demo.json にあります。
              5. カードの画面で、いま行ったことがすべて履歴に残っているのを見ます。
            {Holiday(today)}
            番号・パスワード・誕生日の一覧  {Path.Combine(folder, "demo.json")}
            届いたメール                    {mail}

            """;
    }

    /// <summary>Nobody comes around the new year; the clock can be put forward.</summary>
    private static string Holiday(DateOnly today) => today is { Month: 12, Day: >= 29 } or { Month: 1, Day: <= 3 }
        ? $"※ 今日は年末年始のため来庁がありません。来庁の日を試すには、止めてから TEWATASHI__CLOCK=+P7D を付けて、もう一度始めます。\n"
        : "";

    private static string Grouped(string? number) => Notices.ReceptionNumber.TryParse(number, out var value) ? value.Display : "";

    private static string Halved(string? password) => Notices.ReceptionPassword.TryParse(password, out var value) ? value.Display : "";
}
