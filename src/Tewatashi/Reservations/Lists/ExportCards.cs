using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Lists;
using Tewatashi.Reservations.Statuses;
using Tewatashi.Text;
using Tewatashi.Time;

namespace Tewatashi.Reservations.Lists;

/// <summary>
/// 一覧の書き出し: the cards of a filter as a file for a spreadsheet, for a reason of the list. The log keeps reason, count, filter and the file's
/// SHA-256 before its first byte goes out: so the file is made whole first, in memory and never on a disk (some 30 MB for the largest ward).
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class ExportCards(Database database, KeyStore keys)
{
    /// <summary>So many applicants are read at once.</summary>
    private const int Portion = 1000;

    /// <param name="WithNames">With kana name and birthday; the page asks for the permission to see cards.</param>
    public sealed record Request(CardListFilter Filter, CardListOrder Order, bool Descending, ExportReason Reason, bool WithNames, SpreadsheetEncoding Encoding = SpreadsheetEncoding.Utf8);

    public abstract record Outcome;

    /// <param name="Sha256">As the log keeps it, in lower case.</param>
    public sealed record Exported(byte[] Csv, int Cards, string Sha256) : Outcome;

    /// <summary>No card is named by the filter: no file, and nothing in the log.</summary>
    public sealed record Nothing : Outcome;

    /// <summary>The encoding cannot carry a character of a row: no file rather than a wrong one.</summary>
    public sealed record Unwritable(UnwritableCell Cell) : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        // Read apart from the record: on SQLite a reader stops nobody, and whoever writes would.
        var file = await database.ReadAsync(caller.Municipality, context => WriteAsync(context, request, caller, cancellationToken), cancellationToken);
        if (file.Rows == 0) return new Nothing();
        if (file.Unwritable is { } cell) return new Unwritable(cell);
        var (csv, cards) = (file.ToArray(), file.Rows);
        var hash = Convert.ToHexStringLower(SHA256.HashData(csv));
        return await database.WriteAsync<Outcome>(caller with { OperationId = null }, OperationKind.ExportList, work =>
        {
            work.Record("Exported", null, FormattableString.Invariant($"cards {cards} {request.Reason}{(request.WithNames ? " WithNames" : "")}{(request.Encoding == SpreadsheetEncoding.Utf8 ? "" : $" {request.Encoding}")} sha256={hash} {request.Filter.Query}").TrimEnd());
            return Task.FromResult<Outcome>(new Exported(csv, cards, hash));
        }, cancellationToken: cancellationToken);
    }

    private async Task<SpreadsheetFile> WriteAsync(TewatashiContext context, Request request, Caller caller, CancellationToken cancellationToken)
    {
        var today = JapanTime.Today(database.Clock);
        var labels = new StatusLabels(await context.StatusLabels.AsNoTracking().ToDictionaryAsync(row => row.Status, row => row.Label, cancellationToken));
        var rows = CardListRows.Of(context, request.Filter.Of(context, today), request.Order, request.Descending);
        var file = new SpreadsheetFile(request.Encoding, request.WithNames ? [.. Columns, "カナ氏名", "誕生日"] : Columns);
        var items = new ApplicantItems(keys, caller.Municipality);
        // By portions, whose applicants are read at once: while rows come in, a connection answers nothing else.
        foreach (var portion in (await rows.ToListAsync(cancellationToken)).Chunk(Portion))
        {
            var names = request.WithNames ? await NamesAsync(context, items, portion, cancellationToken) : null;
            foreach (var row in portion)
                file.Add(names is null ? Cells(row, today, labels) : [.. Cells(row, today, labels), .. names[row.CardId]]);
        }

        return file;
    }

    /// <summary>Kana name and birthday of each card.</summary>
    private static async Task<Dictionary<Guid, string?[]>> NamesAsync(
        TewatashiContext context, ApplicantItems items, IReadOnlyList<CardListRow> portion, CancellationToken cancellationToken)
    {
        var ids = portion.Select(row => row.CardId).ToList();
        var applicants = await context.Applicants.AsNoTracking().Where(row => ids.Contains(row.CardId)).ToDictionaryAsync(row => row.CardId, cancellationToken);
        return ids.ToDictionary(id => id, id =>
        {
            var names = applicants.TryGetValue(id, out var applicant) ? items.Open(applicant) : null;
            return new[] { names?.KanaName?.Value, names?.Birthday.Display };
        });
    }

    private static readonly string[] Columns =
        ["製造管理番号", "処理状況", "進捗", "場所", "番地", "保留", "要追記", "交付方式", "交付期限", "来庁予定日", "来庁予定時刻", "到着日", "到着からの日数", "発送"];

    private static string?[] Cells(CardListRow row, DateOnly today, StatusLabels labels) =>
    [
        row.SerialNumber.Display, labels.Of(row.Status), row.Progress.Name(), row.PlaceKind.Name(), row.Path, row.Suspension?.Name(), row.AmendmentNeeded ? "要追記" : "", row.Route.Name(),
        Day(row.DeadlineOn), Day(row.VisitDay), row.VisitAt?.ToString("HH:mm", CultureInfo.InvariantCulture), Day(ArrivedOn(row)),
        ArrivedOn(row) is { } arrived && !row.Progress.IsOver() ? (today.DayNumber - arrived.DayNumber).ToString(CultureInfo.InvariantCulture) : "", row.Shipment,
    ];

    private static DateOnly? ArrivedOn(CardListRow row) => row.ArrivedAt is { } at ? JapanTime.DateOf(at) : null;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
