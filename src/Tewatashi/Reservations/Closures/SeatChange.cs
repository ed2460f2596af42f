using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.Reservations.Closures;

/// <summary>
/// Changes the calendar: first its effect on bookings is shown; applied, the change and its first days are one transaction, and the
/// days that would make it too long follow in strokes of their own, taken up by the worker where this program ends in between.
/// </summary>
internal sealed class SeatChange(Database database, FitSeats fit)
{
    /// <summary>What was written, and which seats it concerns.</summary>
    /// <param name="SubjectId">The record that was changed.</param>
    /// <param name="Detail">For the log.</param>
    /// <param name="Removes">Something that was there is taken away.</param>
    public sealed record Written(Guid SubjectId, string Detail, IReadOnlyCollection<Guid> Buildings, IReadOnlyList<DateOnly> Days, bool Removes = false);

    public abstract record Outcome;

    /// <param name="Lost">How many booked visits lost their place in the first stroke; the rest follows in the same request.</param>
    public sealed record Applied(Guid SubjectId, int Lost) : Outcome;

    /// <summary>Nothing was changed: this is what would happen.</summary>
    public sealed record Loses(SeatEffect Effect) : Outcome;

    /// <summary>The writing itself was refused; nothing was changed.</summary>
    public sealed record Refused : Outcome;

    /// <param name="apply">False: where bookings would lose their place, only the effect is answered.</param>
    /// <param name="write">Writes the change into the work; null refuses it. It may run more than once.</param>
    public async Task<Outcome> RunAsync(Caller caller, OperationKind operation, bool apply, Func<Work, Task<Written?>> write, CancellationToken cancellationToken)
    {
        var outcome = await database.WriteAsync<Outcome>(caller, operation, async work =>
        {
            await TakeTurnAsync(work, cancellationToken);
            if (await write(work) is not { } written) return work.Refuse(new Refused());
            await work.Context.SaveChangesAsync(cancellationToken);
            if (!apply)
            {
                var effect = await SeatLosses.EffectAsync(work.Context, written.Buildings, written.Days, work.Now, cancellationToken);
                if (!effect.IsNone) return work.Refuse(new Loses(effect));
            }

            // First of all entries: the form's id goes with it.
            work.Record(written.Removes ? "Removed" : "Saved", written.SubjectId, written.Detail);
            var lost = await FitSeats.BeginAsync(work, written.Buildings, written.Days, cancellationToken);
            // Booked since the effect was looked at: look again.
            if (!apply && lost > 0) throw new PassingException();
            return new Applied(written.SubjectId, lost);
        }, async (work, first) => new Applied(first.SubjectId ?? Guid.Empty, await work.Context.Audit.CountAsync(
            row => row.At == first.At && row.ActorId == first.ActorId && row.Operation == first.Operation && row.Outcome == "NeedsRebooking", cancellationToken)), cancellationToken);

        if (outcome is Loses { Effect: var shown }) await RecordViewAsync(caller, shown, cancellationToken);
        if (outcome is not Applied applied) return outcome;
        return applied with { Lost = applied.Lost + await fit.GoOnAsync(caller, cancellationToken) };
    }

    /// <summary>The offices of these counters; of every counter where none is named.</summary>
    public static Task<List<Guid>> BuildingsOfAsync(Work work, Guid? counterId, CancellationToken cancellationToken) =>
        work.Context.Counters.Where(row => counterId == null || row.Id == counterId).Select(row => row.BuildingId).Distinct().ToListAsync(cancellationToken);

    public static DateOnly Today(Work work) => JapanTime.DateOf(work.Now);

    // Changes of a municipality's calendar come one after the other, so that each reads what the one before it left: of two weeks saved at
    // the same moment both would count otherwise. Changes nothing, and so locks the row until the work ends.
    private static async Task TakeTurnAsync(Work work, CancellationToken cancellationToken)
    {
        await work.Context.Settings.ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version), cancellationToken);
        // The same form was sent twice and its other one had the turn before: run again, and answer as that one did.
        if (work.Caller.OperationId is { } id && await work.Context.Audit.AnyAsync(entry => entry.OperationId == id && entry.ActorId == work.Caller.Actor.Id, cancellationToken))
            throw new PassingException();
    }

    // 予約番号 and last digits of the bookings were shown.
    private Task<bool> RecordViewAsync(Caller caller, SeatEffect effect, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.ViewEffect, work =>
        {
            work.Record("Shown", detail: FormattableString.Invariant($"{effect.Visits.Count}"), others: effect.Visits.SelectMany(visit => visit.CardIds));
            return Task.FromResult(true);
        }, cancellationToken: cancellationToken);
}
