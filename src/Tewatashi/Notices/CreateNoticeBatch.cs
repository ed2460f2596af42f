using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.Notices;

/// <summary>
/// Chooses the cards that wait for their first notice, in the order of the delivery, so that the papers lie in the order of the maker's
/// postcards. Nothing is issued yet. Refused where no card waits, and for a deadline that has passed.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class CreateNoticeBatch(Database database)
{
    /// <summary>The largest batch: what one person prints and matches in some days.</summary>
    public const int MostCards = 5000;

    /// <param name="ShipmentId">One delivery alone; null for all.</param>
    /// <param name="DeadlineOn">交付期限 as printed, inclusive. A card whose own last day comes earlier keeps that one.</param>
    /// <param name="AtMost">How many cards; the first in order.</param>
    /// <param name="Proposed">How many the places that are free allow, as the page proposed; null where nobody asked. The choice is free, and the log says both.</param>
    /// <param name="Match">Whether papers are matched with the maker's postcards; a label always is.</param>
    public sealed record Request(Guid? ShipmentId, NoticeForm Form, DateOnly DeadlineOn, int AtMost, bool Match = true, int? Proposed = null);

    public abstract record Outcome;

    public sealed record Created(Guid BatchId, int Cards) : Outcome;

    public sealed record NothingWaiting : Outcome;

    public sealed record DeadlinePassed : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await database.WriteAsync<Outcome>(
                    caller, OperationKind.CreateNoticeBatch, work => ChooseAsync(work, request, cancellationToken),
                    async (work, first) => new Created(
                        first.SubjectId!.Value, // recorded with the batch
                        await work.Context.NoticeBatchCards.CountAsync(row => row.BatchId == first.SubjectId, cancellationToken)),
                    cancellationToken);
            }
            catch (AlreadyThereException exception) when (exception.Index == NoticeBatchCard.WaitingIndex && attempt < 5)
            {
                // Someone else chose some of the same cards this very moment: those wait there now.
            }
        }
    }

    private static async Task<Outcome> ChooseAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var today = JapanTime.DateOf(work.Now);
        if (request.DeadlineOn < today)
        {
            work.Abandon();
            return new DeadlinePassed();
        }

        var waiting = WaitingCards.Of(work.Context, today);
        if (request.ShipmentId is { } shipment) waiting = waiting.Where(card => card.ShipmentId == shipment);
        var cards = await waiting.Select(card => card.Id).Take(Math.Clamp(request.AtMost, 1, MostCards)).ToListAsync(cancellationToken);
        if (cards.Count == 0)
        {
            work.Abandon();
            return new NothingWaiting();
        }

        var batch = await NewBatchAsync(work, request.Form, request.DeadlineOn, request.Match, stage: 0, cancellationToken);
        await work.Context.SaveChangesAsync(cancellationToken);
        await work.Provider.InsertManyAsync(
            work.Context, [.. cards.Select((card, i) => NewRow(batch, card, i + 1, replaces: null))], cancellationToken);
        work.Record("Created", batch.Id, string.Create(CultureInfo.InvariantCulture, $"{request.Form} {cards.Count}{(request.Proposed is { } proposed ? $" proposed {proposed}" : "")}"));
        return new Created(batch.Id, cards.Count);
    }

    internal static async Task<NoticeBatch> NewBatchAsync(
        Work work, NoticeForm form, DateOnly deadlineOn, bool match, int stage, CancellationToken cancellationToken)
    {
        var today = JapanTime.DateOf(work.Now);
        var start = JapanTime.StartOf(today);
        var before = await work.Context.NoticeBatches.CountAsync(row => row.CreatedAt >= start, cancellationToken);
        var batch = new NoticeBatch
        {
            Municipality = work.Municipality,
            Id = Ids.New(),
            Name = string.Create(CultureInfo.InvariantCulture, $"{JapaneseDate.WithEra(today)} 第{before + 1}回"),
            Form = form,
            DeadlineOn = deadlineOn,
            NeedsMatching = match || form == NoticeForm.Label,
            Stage = stage,
            CreatedAt = work.Now,
        };
        work.Context.Add(batch);
        return batch;
    }

    internal static NoticeBatchCard NewRow(NoticeBatch batch, Guid cardId, int ordinal, Guid? replaces) => new()
    {
        Municipality = batch.Municipality,
        BatchId = batch.Id,
        CardId = cardId,
        Ordinal = ordinal,
        State = BatchCardState.Waiting,
        ReplacesNoticeId = replaces,
    };
}
