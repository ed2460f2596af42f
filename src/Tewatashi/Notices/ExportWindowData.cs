using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Text;
using Tewatashi.Time;

namespace Tewatashi.Notices;

/// <summary>
/// 窓あき封筒の差込データ: for the maker of the envelopes, the papers of a batch that can be sent, in its order, with 製造管理番号, 受付番号 and 交付期限. No
/// name, and no password: that stands on our own paper alone. Recorded with reason, count and hash before the file goes out (CMP-06).
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class ExportWindowData(Database database)
{
    public sealed record Request(Guid BatchId, WindowDataReason Reason, MachineEncoding Encoding);

    public abstract record Outcome;

    /// <param name="Rows">Papers in the file.</param>
    /// <param name="Hash">SHA-256 of the file, in hexadecimal digits, as the log has it.</param>
    public sealed record Exported(byte[] File, string FileName, int Rows, string Hash) : Outcome;

    /// <summary>No paper of it is confirmed and still to be sent.</summary>
    public sealed record NothingReady : Outcome;

    /// <summary>Its papers are labels: they go onto the postcard, not into a window envelope.</summary>
    public sealed record OnlyLabels : Outcome;

    public sealed record NotThere : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        // Asked for twice, it leaves twice: each is recorded.
        database.WriteAsync<Outcome>(caller with { OperationId = null }, OperationKind.ExportWindowData, async work =>
        {
            if (await work.Context.NoticeBatches.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.BatchId, cancellationToken) is not { } batch)
                return work.Refuse(new NotThere());
            if (batch.Form == NoticeForm.Label) return work.Refuse(new OnlyLabels());
            var papers = await (
                from notice in work.Context.Notices
                where notice.BatchId == batch.Id && notice.State == NoticeState.Printed && notice.PrintConfirmedAt != null
                join card in work.Context.Cards on notice.CardId equals card.Id
                where card.Suspension == null
                orderby notice.Ordinal
                select new { notice.Ordinal, card.Id, card.SerialNumber, notice.ReceptionNumber, notice.DeadlineOn }).ToListAsync(cancellationToken);
            if (papers.Count == 0) return work.Refuse(new NothingReady());

            // For a machine: no cell is guarded against spreadsheets, and the name of the file says so. Every value is of digits and capital letters.
            var text = new StringBuilder("順,製造管理番号,受付番号,交付期限\r\n");
            foreach (var paper in papers)
                text.Append(CultureInfo.InvariantCulture, $"{paper.Ordinal},{paper.SerialNumber.Value},{paper.ReceptionNumber.Value},{paper.DeadlineOn:yyyy-MM-dd}\r\n");
            var file = request.Encoding.Write(text.ToString());
            var hash = Convert.ToHexStringLower(SHA256.HashData(file));
            work.Record("Exported", batch.Id, string.Create(CultureInfo.InvariantCulture, $"{request.Reason} {request.Encoding} {papers.Count} sha256 {hash}"), papers.Select(paper => paper.Id));
            return new Exported(file, string.Create(CultureInfo.InvariantCulture, $"window-envelopes-machine-{JapanTime.DateOf(work.Now):yyyyMMdd}-{request.Encoding.ToString().ToLowerInvariant()}.csv"), papers.Count, hash);
        }, cancellationToken: cancellationToken);
}
