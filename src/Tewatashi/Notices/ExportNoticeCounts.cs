using System.Globalization;
using System.Text;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.Notices;

/// <summary>The notices counted, as a file for a spreadsheet (UTF-8 with its mark, CRLF). Recorded as an export.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ExportNoticeCounts(Database database)
{
    public async Task<byte[]> RunAsync(Caller caller, CancellationToken cancellationToken)
    {
        var view = await database.WriteAsync(caller with { OperationId = null }, OperationKind.ExportList, async work =>
        {
            var counts = await SeeNoticeCounts.OfAsync(work.Context, JapanTime.DateOf(work.Now), cancellationToken);
            work.Record("Exported", detail: "notice counts");
            return counts;
        }, cancellationToken: cancellationToken);
        var text = new StringBuilder("種類,段階・理由・回,区分,通数\r\n");
        Line("通知待ち", "", "カード", view.Waiting);
        foreach (var stage in view.Stages)
        {
            var name = NoticeStages.Name(stage.Stage);
            Line("段階", name, "発送前", stage.Printed);
            Line("段階", name, "発送済", stage.Sent);
            Line("段階", name, "返戻", stage.Returned);
            Line("段階", name, "終わり", stage.Withdrawn);
            Line("段階", name, "発送の累計", stage.EverSent);
        }

        foreach (var reason in view.Reasons)
        {
            Line("返戻の理由", reason.Reason.Name(), "累計", reason.Ever);
            Line("返戻の理由", reason.Reason.Name(), "再送していない", reason.Open);
        }

        foreach (var sequence in view.Sequences)
        {
            var name = FormattableString.Invariant($"{sequence.Sequence}回目");
            Line("送った回", name, "発送の累計", sequence.Sent);
            Line("送った回", name, "返戻の累計", sequence.Returned);
        }

        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];

        void Line(string kind, string of, string what, int count) => text.Append(CultureInfo.InvariantCulture, $"{kind},{of},{what},{count}\r\n");
    }
}
