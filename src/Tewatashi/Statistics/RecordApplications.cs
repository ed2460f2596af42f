using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.Statistics;

/// <summary>Types in how many applications the nation reported for a day, or corrects what was typed in.</summary>
[UseCase(UsedBy.Staff)]
public sealed class RecordApplications(Database database)
{
    /// <summary>More in one day than the largest city has residents is a slip of the finger.</summary>
    public const int Most = 999_999;

    /// <param name="Day">Today or before.</param>
    /// <param name="Count">0 to <see cref="Most"/>.</param>
    public sealed record Request(DateOnly Day, int Count);

    public abstract record Outcome;

    public sealed record Recorded : Outcome;

    public sealed record NotYet : Outcome;

    public sealed record WrongCount : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        if (request.Count is < 0 or > Most) return new WrongCount();
        if (request.Day > JapanTime.Today(database.Clock)) return new NotYet();
        try
        {
            return await WriteAsync(request, caller, cancellationToken);
        }
        catch (AlreadyThereException)
        {
            // Two people typed in the same day for the first time at once: the later one corrects the earlier.
            return await WriteAsync(request, caller, cancellationToken);
        }
    }

    private Task<Outcome> WriteAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.RecordApplications, async work =>
        {
            var counts = work.Context.ApplicationCounts;
            if (await counts.Where(row => row.Day == request.Day).ExecuteUpdateAsync(row => row.SetProperty(count => count.Count, request.Count), cancellationToken) == 0)
            {
                counts.Add(new ApplicationCount { Municipality = work.Municipality, Day = request.Day, Count = request.Count });
                await work.Context.SaveChangesAsync(cancellationToken);
            }

            work.Record("Recorded", null, FormattableString.Invariant($"{request.Day:yyyy-MM-dd}: {request.Count}"));
            return new Recorded();
        }, (_, _) => Task.FromResult<Outcome>(new Recorded()), cancellationToken);
}
