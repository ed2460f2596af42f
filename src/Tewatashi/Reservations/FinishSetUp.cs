using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Reservations;

/// <summary>An administrator ends the guided set-up: everything a first booking needs stands, and the reminder goes.</summary>
[UseCase(UsedBy.Staff)]
public sealed class FinishSetUp(Database database)
{
    public abstract record Outcome;

    public sealed record Finished : Outcome;

    /// <param name="Missing">What a first booking still needs.</param>
    public sealed record NotYet(IReadOnlyList<SetUpMatter> Missing) : Outcome;

    public Task<Outcome> RunAsync(Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.ChangeSettings, async work =>
        {
            var settings = await work.Context.Settings.AsNoTracking().SingleAsync(cancellationToken);
            var steps = await ReadSetUp.StepsAsync(work.Context, settings, cancellationToken);
            if (steps.Where(step => step.Needed && !step.Done).Select(step => step.Matter).ToList() is { Count: > 0 } missing)
            {
                work.Abandon();
                return new NotYet(missing);
            }

            // No change of a rule: a form with the rules that is open meanwhile stays good.
            await work.Context.Settings.Where(row => row.SetUpAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.SetUpAt, work.Now), cancellationToken);
            work.Record("SetUp");
            return new Finished();
        }, (_, _) => Task.FromResult<Outcome>(new Finished()), cancellationToken);
}
