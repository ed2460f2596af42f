using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Municipalities.Reminders;
using Tewatashi.Time;

namespace Tewatashi.Reservations.Reminders;

/// <summary>Who is due for a stage of 再通知, each with the notice that was not answered. Without names; recorded as a list.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ListDueReminders(Database database)
{
    public const int PageSize = 100;

    /// <param name="Page">Counted from 1.</param>
    public sealed record Request(int Stage, int Page);

    public sealed record View(ReminderStage Rule, IReadOnlyList<Line> Lines, int Total);

    /// <param name="SentOn">Of the notice that counts now.</param>
    /// <param name="DeadlineOn">Printed on it, inclusive.</param>
    /// <param name="Sequence">It was the n-th of the card.</param>
    public sealed record Line(Guid CardId, SerialNumber SerialNumber, DateOnly SentOn, DateOnly DeadlineOn, int Sequence);

    /// <summary>Null where the municipality has no such stage.</summary>
    public Task<View?> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.ListCards, async work =>
        {
            if ((await DueReminders.RulesAsync(work.Context, cancellationToken)).Find(row => row.Stage == request.Stage) is not { } rule) return work.Refuse<View?>(null);
            var due = DueReminders.Of(work.Context, rule, JapanTime.DateOf(work.Now));
            var total = await due.CountAsync(cancellationToken);
            var rows = await due.Skip((Math.Max(request.Page, 1) - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
            work.Record("Shown", detail: FormattableString.Invariant($"reminders {rule.Stage}"), others: rows.Select(row => row.CardId));
            return new View(rule, [.. rows.Select(row => new Line(row.CardId, row.SerialNumber, row.SentOn!.Value, row.DeadlineOn, row.Sequence))], total); // was sent
        }, cancellationToken: cancellationToken);
}
