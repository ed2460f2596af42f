using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

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

    /// <summary>Runs a verb; what it throws as a refusal becomes exit 1.</summary>
    public static void Does(this Command command, Func<ParseResult, CancellationToken, Task<int>> work) =>
        command.SetAction(async (parsed, cancellationToken) =>
        {
            try
            {
                return await work(parsed, cancellationToken);
            }
            catch (RefusedException refused)
            {
                await Console.Error.WriteLineAsync(refused.Message);
                return 1;
            }
            catch (System.Data.Common.DbException failed)
            {
                await Console.Error.WriteLineAsync($"データベースの処理に失敗しました: {failed.Message}");
                return 1;
            }
        });

    public static async Task<int> GiveAsync(ParseResult parsed, object json, string text)
    {
        await Console.Out.WriteLineAsync(parsed.GetValue(Json) ? JsonSerializer.Serialize(json, Format) : text);
        return 0;
    }
}
