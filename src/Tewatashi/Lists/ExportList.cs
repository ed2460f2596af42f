using System.Security.Cryptography;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Staff;
using Tewatashi.Text;

namespace Tewatashi.Lists;

/// <summary>
/// 一覧の書き出し: every row of a filter as a file for a spreadsheet, for a reason of the list. The log keeps list, count, reason, encoding, filter and the file's
/// SHA-256 before its first byte goes out: so the file is made whole first, in memory and never on a disk.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class ExportList(Database database)
{
    /// <summary>More than the cards of the largest ward: a file beyond that is a filter forgotten, and no spreadsheet opens it.</summary>
    public const int MostRows = 300_000;

    /// <param name="Roles">Of who asks: the list's own permission and that to let lists out are asked for here too, not by the page alone.</param>
    public sealed record Request(ListAsk Ask, ExportReason Reason, SpreadsheetEncoding Encoding, StaffRoles Roles);

    public abstract record Outcome;

    /// <param name="Sha256">As the log keeps it, in lower case.</param>
    public sealed record Exported(byte[] Csv, int Rows, string Sha256) : Outcome;

    /// <summary>No row is named by the filter: no file, and nothing in the log.</summary>
    public sealed record Nothing : Outcome;

    /// <summary>The filter names more than a file takes.</summary>
    public sealed record TooMany(int Rows) : Outcome;

    /// <summary>The encoding cannot carry a character of a row: no file rather than a wrong one.</summary>
    public sealed record Unwritable(UnwritableCell Cell) : Outcome;

    /// <summary>Who asks may not. Stands in the log.</summary>
    public sealed record NotAllowed : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        var (ask, list) = (request.Ask, request.Ask.List);
        caller = caller with { OperationId = null };
        if (!request.Roles.May(Permission.ExportLists) || !request.Roles.May(list.Permission))
        {
            return await database.WriteAsync<Outcome>(caller, OperationKind.ExportList, work =>
            {
                work.AbandonRecording("Refused", null, list.Code);
                return Task.FromResult<Outcome>(new NotAllowed());
            }, cancellationToken: cancellationToken);
        }

        // Read apart from the record: on SQLite a reader stops nobody, and whoever writes would.
        var (count, lines) = await database.ReadAsync(caller.Municipality, async context =>
        {
            var now = database.Clock.GetUtcNow();
            var rows = await list.CountAsync(context, now, ask.Filter, cancellationToken);
            return (rows, rows is 0 or > MostRows ? [] : await list.LinesAsync(context, now, ask, 0, null, cancellationToken));
        }, cancellationToken);
        if (count == 0) return new Nothing();
        if (count > MostRows) return new TooMany(count);
        var columns = list.Columns.Index().Where(column => !column.Item.OnPageOnly).ToList();
        var file = new SpreadsheetFile(request.Encoding, [.. columns.Select(column => column.Item.Heading)]);
        foreach (var line in lines) file.Add([.. columns.Select(column => line.Cells[column.Index].InFile)]);
        if (file.Unwritable is { } cell) return new Unwritable(cell);
        var csv = file.ToArray();
        var hash = Convert.ToHexStringLower(SHA256.HashData(csv));
        return await database.WriteAsync<Outcome>(caller, OperationKind.ExportList, work =>
        {
            work.Record("Exported", null, FormattableString.Invariant($"{list.Code} {file.Rows} {request.Reason}{(request.Encoding == SpreadsheetEncoding.Utf8 ? "" : $" {request.Encoding}")} sha256={hash} {SeeList.Words(ask.Filter)}").TrimEnd());
            return Task.FromResult<Outcome>(new Exported(csv, file.Rows, hash));
        }, cancellationToken: cancellationToken);
    }
}
