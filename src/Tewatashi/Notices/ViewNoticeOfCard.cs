using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.Notices;

/// <summary>How the notice of one card stands, before it is sent again; null where there is no such card. Recorded as a view of the card.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ViewNoticeOfCard(Database database)
{
    /// <param name="State">Null where the card has no current notice.</param>
    /// <param name="Sequence">The n-th notice of the card; 0 where there was none.</param>
    /// <param name="DeadlineOn">交付期限 of the current notice, inclusive.</param>
    /// <param name="NewDeadlineOn">The default deadline of a notice made today, inclusive.</param>
    public sealed record View(
        Guid CardId, SerialNumber SerialNumber, NoticeState? State, int Sequence, DateOnly? SentOn, DateOnly? ReturnedOn, ReturnReason? ReturnReason,
        DateOnly? DeadlineOn, DateOnly NewDeadlineOn);

    public Task<View?> RunAsync(Guid cardId, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<View?>(caller with { OperationId = null }, OperationKind.ViewCard, async work =>
        {
            var card = await work.Context.Cards.AsNoTracking().SingleOrDefaultAsync(row => row.Id == cardId, cancellationToken);
            if (card is null) return work.Refuse<View?>(null);
            var last = await work.Context.Notices.AsNoTracking().Where(row => row.CardId == cardId)
                .OrderBy(row => row.State == NoticeState.Withdrawn).ThenByDescending(row => row.Sequence).FirstOrDefaultAsync(cancellationToken);
            var current = last is { State: not NoticeState.Withdrawn } ? last : null;
            var days = await work.Context.Settings.Select(row => row.DeadlineDays).SingleAsync(cancellationToken);
            work.Record("Shown", cardId);
            return new View(
                cardId, card.SerialNumber, current?.State, last?.Sequence ?? 0, current?.SentOn, current?.ReturnedOn, current?.ReturnReason,
                current?.DeadlineOn, JapanTime.DateOf(work.Now).AddDays(days));
        }, cancellationToken: cancellationToken);
}
