using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Time;

namespace Tewatashi.Notices;

/// <summary>The notices of a municipality counted: by stage and state, by reason of their return, by how often a card was told. Counts alone.</summary>
[UseCase(UsedBy.Staff)]
public sealed class SeeNoticeCounts(Database database)
{
    /// <param name="Waiting">Cards that wait for their first notice.</param>
    public sealed record View(int Waiting, IReadOnlyList<OfStage> Stages, IReadOnlyList<OfReason> Reasons, IReadOnlyList<OfSequence> Sequences);

    /// <param name="Stage">再通知の段階; 0: no reminder.</param>
    /// <param name="Printed">Issued and not sent.</param>
    /// <param name="Sent">Sent, and count now.</param>
    /// <param name="Returned">返戻, and not sent again.</param>
    /// <param name="Withdrawn">Replaced by a newer one, or ended with the card.</param>
    /// <param name="EverSent">Sent at some time, whatever became of them.</param>
    public sealed record OfStage(int Stage, int Printed, int Sent, int Returned, int Withdrawn, int EverSent)
    {
        public int Total => Printed + Sent + Returned + Withdrawn;
    }

    /// <param name="Ever">Came back at some time.</param>
    /// <param name="Open">Of those, not sent again yet.</param>
    public sealed record OfReason(ReturnReason Reason, int Ever, int Open);

    /// <param name="Sequence">The n-th notice of a card.</param>
    public sealed record OfSequence(int Sequence, int Sent, int Returned);

    public Task<View> RunAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, context => OfAsync(context, JapanTime.Today(database.Clock), cancellationToken), cancellationToken);

    internal static async Task<View> OfAsync(TewatashiContext context, DateOnly today, CancellationToken cancellationToken)
    {
        // One reading of the table gives every figure.
        var rows = await context.Notices
            .GroupBy(row => new { row.Stage, row.State, row.Sequence, row.ReturnReason, Sent = row.SentOn != null })
            .Select(group => new Row(group.Key.Stage, group.Key.State, group.Key.Sequence, group.Key.ReturnReason, group.Key.Sent, group.Count()))
            .ToListAsync(cancellationToken);
        return new View(
            await WaitingCards.Of(context, today).CountAsync(cancellationToken),
            [
                .. rows.GroupBy(row => row.Stage).OrderBy(stage => stage.Key).Select(stage => new OfStage(
                    stage.Key, In(stage.Where(row => row.State == NoticeState.Printed)), In(stage.Where(row => row.State == NoticeState.Sent)),
                    In(stage.Where(row => row.State == NoticeState.Returned)), In(stage.Where(row => row.State == NoticeState.Withdrawn)), In(stage.Where(row => row.Sent)))),
            ],
            [
                .. Enum.GetValues<ReturnReason>().Select(reason => new OfReason(
                    reason, In(rows.Where(row => row.ReturnReason == reason)), In(rows.Where(row => row.ReturnReason == reason && row.State == NoticeState.Returned)))),
            ],
            [
                .. rows.GroupBy(row => row.Sequence).OrderBy(sequence => sequence.Key).Select(sequence => new OfSequence(
                    sequence.Key, In(sequence.Where(row => row.Sent)), In(sequence.Where(row => row.ReturnReason is not null)))),
            ]);

        static int In(IEnumerable<Row> some) => some.Sum(row => row.Count);
    }

    private sealed record Row(int Stage, NoticeState State, int Sequence, ReturnReason? ReturnReason, bool Sent, int Count);
}
