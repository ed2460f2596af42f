using System.CommandLine;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Server.Commands;

/// <summary><c>check</c>: every invariant over the whole database, in one snapshot; exit 1 with each violation.</summary>
internal static class CheckCommand
{
    public static Command Make()
    {
        var command = new Command("check", "データベース全体の整合性を確かめます") { Answer.Municipality, Answer.Json }.Prints(
            """
            {"holds": false, "municipalities": 1, "invariants": 24,
             "violations": [{"municipality": "990001", "invariant": "...", "what": "...", "id": "..."}]}
            """);
        command.Does(async (parsed, cancellationToken) =>
        {
            await using var office = await Office.OpenAsync(DatabaseRole.Staff, cancellationToken);
            MunicipalityCode? only = parsed.GetValue(Answer.Municipality) is { } code ? (await office.MunicipalityAsync(code, cancellationToken)).Key : null;
            var result = await new Check(office.Provider).RunAsync(only, cancellationToken);
            await Answer.GiveAsync(
                parsed,
                new
                {
                    holds = result.Violations.Count == 0,
                    municipalities = result.Municipalities,
                    invariants = result.Invariants,
                    violations = result.Violations.Select(row => new { municipality = row.Municipality.Value, invariant = row.Invariant, what = row.What, id = row.Id }),
                },
                string.Join('\n', [.. result.Violations.Select(row => row.ToString()), Summary(result)]));
            if (result.Violations.Count > 0) await Console.Error.WriteLineAsync($"整合しない点が{result.Violations.Count}件あります。");
            return result.Violations.Count == 0 ? 0 : 1;
        });
        return command;
    }

    private static string Summary(Check.Result result) =>
        $"{result.Municipalities}自治体、{result.Invariants}項目を確かめました。" + (result.Violations.Count == 0 ? "すべて整合しています。" : "");
}
