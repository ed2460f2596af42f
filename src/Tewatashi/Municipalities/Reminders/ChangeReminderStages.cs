using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Municipalities.Reminders;

/// <summary>
/// An administrator sets the stages of 再通知: none, or up to five. They count from the next look at the list on; what was sent stays as it
/// was sent, and a card goes on with the stage behind its last one.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class ChangeReminderStages(Database database)
{
    /// <param name="Version">Of the municipality's settings, as the form was made.</param>
    /// <param name="Stages">In order; empty: nobody is reminded.</param>
    public sealed record Request(int Version, IReadOnlyList<Stage> Stages);

    public sealed record Stage(ReminderFrom CountedFrom, int Days, int DeadlineDays);

    public sealed record Current(int Version, IReadOnlyList<ReminderStage> Stages);

    public abstract record Outcome;

    public sealed record Changed(int Stages) : Outcome;

    public sealed record ChangedMeanwhile : Outcome;

    /// <param name="Index">The stage in question, from 0.</param>
    /// <param name="Field">A property of <see cref="Stage"/>.</param>
    public sealed record Refused(int Index, string Field, string Problem) : Outcome;

    public sealed record TooMany : Outcome;

    public Task<Current> CurrentAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, async context => new Current(
            await context.Settings.Select(row => row.Version).SingleAsync(cancellationToken),
            await context.ReminderStages.AsNoTracking().OrderBy(row => row.Stage).ToListAsync(cancellationToken)), cancellationToken);

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        if (request.Stages.Count > ReminderStage.Most) return new TooMany();
        foreach (var (index, stage) in request.Stages.Index())
        {
            if (stage.Days is < 0 or > ReminderStage.MostDays) return new Refused(index, nameof(Stage.Days), $"0から{ReminderStage.MostDays}までの数字で入力してください。");
            if (stage.DeadlineDays is < ReminderStage.LeastDeadlineDays or > ReminderStage.MostDays)
                return new Refused(index, nameof(Stage.DeadlineDays), $"{ReminderStage.LeastDeadlineDays}から{ReminderStage.MostDays}までの数字で入力してください。");
        }

        try
        {
            return await database.WriteAsync(caller, OperationKind.ChangeSettings, work => ChangeAsync(work, request, cancellationToken),
                (_, _) => Task.FromResult<Outcome>(new Changed(request.Stages.Count)), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ChangedMeanwhile(); // both had read the same version
        }
    }

    private static async Task<Outcome> ChangeAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var settings = await work.Context.Settings.SingleAsync(cancellationToken);
        if (settings.Version != request.Version) return work.Refuse<Outcome>(new ChangedMeanwhile());
        var rows = await work.Context.ReminderStages.OrderBy(row => row.Stage).ToListAsync(cancellationToken);
        var before = Written(rows.Select(row => new Stage(row.CountedFrom, row.Days, row.DeadlineDays)));
        foreach (var (index, wanted) in request.Stages.Index())
        {
            if (rows.Find(row => row.Stage == index + 1) is { } row)
                (row.CountedFrom, row.Days, row.DeadlineDays) = (wanted.CountedFrom, wanted.Days, wanted.DeadlineDays);
            else
                work.Context.Add(new ReminderStage { Municipality = work.Municipality, Stage = index + 1, CountedFrom = wanted.CountedFrom, Days = wanted.Days, DeadlineDays = wanted.DeadlineDays });
        }

        work.Context.RemoveRange(rows.Where(row => row.Stage > request.Stages.Count));
        // Two who change them at once must not both win.
        work.Context.Entry(settings).State = EntityState.Modified;
        work.Record("Changed", detail: $"reminders {before}→{Written(request.Stages)}");
        return new Changed(request.Stages.Count);
    }

    private static string Written(IEnumerable<Stage> stages) =>
        string.Join(' ', stages.Select(stage => FormattableString.Invariant($"{stage.CountedFrom}+{stage.Days}/{stage.DeadlineDays}"))) is { Length: > 0 } written ? written : "none";
}
