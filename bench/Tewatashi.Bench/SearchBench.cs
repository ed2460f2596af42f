using System.Diagnostics;
using Npgsql;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Municipalities;

namespace Tewatashi.Bench;

/// <summary>[search] A card by its number, by the beginning of a kana name, and by that and the birthday, against SELECT 1 on the same connection.</summary>
internal sealed class SearchBench(Ground ground, Pace pace, MunicipalityCode municipality)
{
    public async Task<IReadOnlyList<Measurement>> RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await ground.Provider.OpenAsync(DatabaseRole.Staff, cancellationToken);
        await using (var vacuum = new NpgsqlConnection(ground.ConnectionString))
        {
            await vacuum.OpenAsync(cancellationToken);
            await using var analyze = new NpgsqlCommand("VACUUM ANALYZE card, applicant", vacuum) { CommandTimeout = 600 };
            await analyze.ExecuteNonQueryAsync(cancellationToken);
        }

        var postgres = (NpgsqlConnection)connection;
        await using (var enter = new NpgsqlCommand("SELECT set_config('tewatashi.municipality', $1, false)", postgres) { Parameters = { new() { Value = municipality.Value } } })
            await enter.ExecuteNonQueryAsync(cancellationToken);
        var items = new ApplicantItems(ground.Staff<KeyStore>(), municipality);
        var random = new Random(1);
        await using var one = await PreparedAsync(postgres, "SELECT 1");
        await using var byNumber = await PreparedAsync(postgres, "SELECT id FROM card WHERE municipality = $1 AND serial_number = $2", municipality.Value, "");
        // As the program asks: 201 rows tell that there are too many.
        await using var byKana = await PreparedAsync(postgres, "SELECT card_id FROM applicant WHERE municipality = $1 AND kana_token4 = $2 LIMIT 201", municipality.Value, Array.Empty<byte>());
        await using var byBirthday = await PreparedAsync(
            postgres, "SELECT card_id FROM applicant WHERE municipality = $1 AND kana_token4 = $2 AND birthday_token = $3 LIMIT 201", municipality.Value, Array.Empty<byte>(), Array.Empty<byte>());
        string[] beginnings = ["ミホンタ", "サンプル", "レイタイ", "カクウタ", "ヒナカタ"];

        void Number() => byNumber.Parameters[1].Value = CardFile.SerialOf(random.Next(pace.Cards));
        void Kana() => byKana.Parameters[1].Value = items.KanaPrefixToken(beginnings[random.Next(beginnings.Length)], 4);
        void Birthday()
        {
            byBirthday.Parameters[1].Value = items.KanaPrefixToken(beginnings[random.Next(beginnings.Length)], 4);
            byBirthday.Parameters[2].Value = items.TokenOf(Cards.Birthday.Parse(FormattableString.Invariant($"0000-{random.Next(1, 13):D2}-{random.Next(1, 29):D2}")));
        }

        var results = new List<Measurement>();
        foreach (var (what, command, next) in new[] { ("any number", byNumber, Number), ("beginning of a kana name", byKana, Kana), ("kana and birthday", byBirthday, (Action)Birthday) })
        {
            await P99Async(command, next, pace.WarmUp / 10, cancellationToken);
            var (limit, measured) = await Load.InTurnAsync(
                pace.Rounds, () => P99Async(one, () => { }, pace.Round / 4, cancellationToken), () => P99Async(command, next, pace.Round / 4, cancellationToken));
            results.Add(new("search", FormattableString.Invariant($"card by {what}, of {pace.Cards} cards; database p99 in ms against SELECT 1"), limit, measured, 5, AtMost: true));
        }

        return results;
    }

    private static async Task<NpgsqlCommand> PreparedAsync(NpgsqlConnection connection, string statement, params object[] values)
    {
        var command = new NpgsqlCommand(statement, connection);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.PrepareAsync();
        return command;
    }

    private static async Task<double> P99Async(NpgsqlCommand command, Action next, TimeSpan time, CancellationToken cancellationToken)
    {
        var took = new List<double>();
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < time)
        {
            next();
            var begun = Stopwatch.GetTimestamp();
            await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
            {
                while (await reader.ReadAsync(cancellationToken))
                {
                }
            }

            took.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return Load.Percentile(took, 0.99);
    }
}
