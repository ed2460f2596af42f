using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Notices;
using Tewatashi.Time;

namespace Tewatashi.Reservations.Reminders;

/// <summary>
/// Makes a batch of A4 guides for the cards that are due for a stage of 再通知, those first whose notices went out first. Nothing is issued yet; printing
/// withdraws the former notices and makes new passwords. Its deadline is the one that counts from then on.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class CreateReminderBatch(Database database)
{
    /// <param name="Large">In 18-point type.</param>
    /// <param name="DeadlineOn">交付期限 as printed, inclusive. A card whose own last day comes earlier keeps that one.</param>
    public sealed record Request(int Stage, bool Large, DateOnly DeadlineOn, int AtMost);

    public abstract record Outcome;

    public sealed record Created(Guid BatchId, int Cards) : Outcome;

    public sealed record NothingDue : Outcome;

    public sealed record DeadlinePassed : Outcome;

    /// <summary>The municipality has no such stage.</summary>
    public sealed record NoSuchStage : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await database.WriteAsync<Outcome>(
                    caller, OperationKind.CreateReminderBatch, work => ChooseAsync(work, request, cancellationToken),
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
        if (request.DeadlineOn < today) return work.Refuse<Outcome>(new DeadlinePassed());
        if ((await DueReminders.RulesAsync(work.Context, cancellationToken)).Find(row => row.Stage == request.Stage) is not { } rule) return work.Refuse<Outcome>(new NoSuchStage());
        var due = await DueReminders.Of(work.Context, rule, today).Take(Math.Clamp(request.AtMost, 1, CreateNoticeBatch.MostCards)).ToListAsync(cancellationToken);
        if (due.Count == 0) return work.Refuse<Outcome>(new NothingDue());

        // No postcard goes with it: there is nothing to match.
        var batch = await CreateNoticeBatch.NewBatchAsync(
            work, request.Large ? NoticeForm.LargeGuide : NoticeForm.Guide, request.DeadlineOn, match: false, rule.Stage, cancellationToken);
        batch.Name += string.Create(CultureInfo.InvariantCulture, $" 再通知{rule.Stage}");
        await work.Context.SaveChangesAsync(cancellationToken);
        await work.Provider.InsertManyAsync(work.Context, [.. due.Select((row, i) => CreateNoticeBatch.NewRow(batch, row.CardId, i + 1, row.NoticeId))], cancellationToken);
        work.Record("Created", batch.Id, string.Create(CultureInfo.InvariantCulture, $"stage {rule.Stage} {due.Count}"));
        return new Created(batch.Id, due.Count);
    }
}
