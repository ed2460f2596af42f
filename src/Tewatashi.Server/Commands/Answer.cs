using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Tewatashi.Data.Keys;

namespace Tewatashi.Server.Commands;

/// <summary>How every verb ends: the result on standard output, as text or with <c>--json</c> as one object; a refusal as one line on standard error.</summary>
internal static class Answer
{
    public static readonly Option<bool> Json = new("--json") { Description = "結果を1つのJSONオブジェクトで出力" };
    public static readonly Option<string?> Municipality = new("--municipality") { Description = "団体コード(自治体が1つなら省略可)" };

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>Shows in the verb's help what <c>--json</c> prints.</summary>
    public static Command Prints(this Command command, string shape)
    {
        JsonHelp.Show(command, shape);
        return command;
    }

    /// <summary>Runs a verb; what it cannot do becomes exit 1 and one line on standard error.</summary>
    public static void Does(this Command command, Func<ParseResult, CancellationToken, Task<int>> work) =>
        command.SetAction(async (parsed, cancellationToken) =>
        {
            try
            {
                return await work(parsed, cancellationToken);
            }
            catch (Exception exception)
            {
                await Console.Error.WriteLineAsync(Explain(exception));
                if (Environment.GetEnvironmentVariable("TEWATASHI__TRACE") is { Length: > 0 }) await Console.Error.WriteLineAsync(exception.ToString());
                return 1;
            }
        });

    private static string Explain(Exception exception) => exception switch
    {
        RefusedException refused => refused.Message,
        OperationCanceledException => "途中で止めました。",
        KeyMissingException missing => $"鍵がありません: {missing.Message} 鍵の場所(TEWATASHI__KEYS)を確かめてください。",
        System.Data.Common.DbException failed => $"データベースの処理に失敗しました: {OneLine(failed.Message)}",
        IOException or UnauthorizedAccessException => $"ファイルを扱えません: {OneLine(exception.Message)}",
        _ => $"処理に失敗しました(TEWATASHI__TRACE=1 で詳しく表示): {exception.GetType().Name}: {OneLine(exception.Message)}",
    };

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    public static async Task<int> GiveAsync(ParseResult parsed, object json, string text)
    {
        await Console.Out.WriteLineAsync(parsed.GetValue(Json) ? JsonSerializer.Serialize(json, Format) : text);
        return 0;
    }
}
