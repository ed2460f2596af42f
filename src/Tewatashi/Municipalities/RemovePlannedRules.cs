using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.Municipalities;

/// <summary>Gives up the changes of rules that were planned for a day to come.</summary>
[UseCase(UsedBy.Staff)]
public sealed class RemovePlannedRules(Database database)
{
    /// <param name="SeatsChange">The kept seats are others now: those of days that were booked before must be fitted.</param>
    public sealed record Removed(bool SeatsChange);

    /// <summary>Null where nothing is planned for that day, or it has come.</summary>
    public Task<Removed?> RunAsync(DateOnly effectiveOn, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Removed?>(caller, OperationKind.ChangeSettings, async work =>
        {
            var planned = await work.Context.PlannedRules.Where(row => row.EffectiveOn == effectiveOn).ToListAsync(cancellationToken);
            if (planned.Count == 0 || effectiveOn <= JapanTime.DateOf(work.Now)) return work.Refuse<Removed?>(null);
            work.Context.RemoveRange(planned);
            work.Context.Entry(await work.Context.Settings.SingleAsync(cancellationToken)).State = EntityState.Modified;
            work.Record("Removed", detail: FormattableString.Invariant($"{effectiveOn:yyyy-MM-dd} {string.Join(' ', planned.Select(row => row.Field))}"));
            return new Removed(planned.Exists(row => row.Field == nameof(Rules.KeptPercent)));
        }, (_, _) => Task.FromResult<Removed?>(new Removed(SeatsChange: true)), cancellationToken);
}
