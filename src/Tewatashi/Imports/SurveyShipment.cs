using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Municipalities;

namespace Tewatashi.Imports;

/// <summary>
/// Looks a file through from its first byte to its last and says what taking it would mean. Changes nothing: this is the dry run,
/// the preview, and what goes before every application.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class SurveyShipment(Database database, KeyStore keyStore)
{
    public abstract record Outcome;

    /// <param name="Counts">What would become of its rows; without the rows' comparison only what the file alone tells.</param>
    /// <param name="ContentToken">A keyed digest of file, profile and encoding.</param>
    public sealed record Readable(FileRead File, ImportCounts Counts, byte[] ContentToken) : Outcome;

    public sealed record Unreadable(FileRefused Why) : Outcome;

    /// <param name="Compare">Whether rows are held against what the system has; false reads the file only.</param>
    /// <param name="OnProblem">Is told every problem in the file's order: refused rows (true) and warnings (false).</param>
    public sealed record Request(MunicipalityCode Municipality, ImportFile File, bool Compare, Func<bool, RowProblem, Task>? OnProblem = null);

    public async Task<Outcome> RunAsync(Request request, CancellationToken cancellationToken)
    {
        var keys = keyStore.KeysOf(request.Municipality, KeyPurpose.Applicant);
        var rules = await database.ReadAsync(request.Municipality, context =>
            ImportRules.LoadAsync(context, request.File.Profile, database.Clock.GetUtcNow(), cancellationToken), cancellationToken);
        var check = new RowCheck(rules, keys, importId: null);
        FileVerdict? verdict = null;
        var counts = default(ImportCounts);
        var pace = database.Provider.Pace;
        await using var stream = request.File.Open();
        await using var digesting = new DigestingStream(stream);
        await foreach (var chunk in ChunkedReading.ReadAsync(digesting, request.File, () => pace.Rows, end => verdict = end, cancellationToken))
        {
            if (!request.Compare) continue;
            var rows = await database.ReadAsync(request.Municipality, context => check.RunAsync(context, chunk, cancellationToken), cancellationToken);
            counts += CountsOf(rows);
            if (request.OnProblem is { } tell)
            {
                foreach (var (refused, problem) in ProblemsOf(rows)) await tell(refused, problem);
            }
        }

        return verdict switch
        {
            FileRead read => new Readable(read, request.Compare ? counts : CountsOf(read), TokenOf(keys, request.File, digesting.Digest)),
            FileRefused refused => new Unreadable(refused),
            _ => throw new InvalidOperationException("A reading ends with its verdict."),
        };
    }

    internal static ImportCounts CountsOf(IReadOnlyList<CheckedRow> rows) => new(
        rows.Count,
        rows.Count(row => row is RowToAdd or RowAddedBefore),
        rows.Count(row => row is RowUnchanged),
        rows.Count(row => row is RowNotTaken),
        rows.Sum(row => WarningsOf(row).Count));

    internal static IEnumerable<(bool Refused, RowProblem Problem)> ProblemsOf(IEnumerable<CheckedRow> rows) => rows.SelectMany(row =>
        row is RowNotTaken refused ? refused.Problems.Select(problem => (true, problem)) : WarningsOf(row).Select(problem => (false, problem)));

    private static IReadOnlyList<RowProblem> WarningsOf(CheckedRow row) => row switch
    {
        RowToAdd add => add.Warnings,
        RowAddedBefore before => before.Warnings,
        _ => [],
    };

    private static ImportCounts CountsOf(FileRead read) =>
        new(read.Rows, read.Rows - read.RefusedRows - read.RepeatedRows, read.RepeatedRows, read.RefusedRows, read.Warnings);

    private static byte[] TokenOf(ItemKeys keys, ImportFile file, string digest) =>
        keys.Token("import_file", $"{file.Profile.Name}\n{file.Encoding}\n{digest}");
}
