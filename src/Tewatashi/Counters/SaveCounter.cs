using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Storage;

namespace Tewatashi.Counters;

/// <summary>
/// Adds a counter or changes its name, way and use. Code, office and grid stay as they were chosen: bookings and shipment files name
/// the one, seats were counted by the others.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class SaveCounter(Database database)
{
    public const int NameLength = 40;
    public const int AccessLength = 400;

    /// <param name="Id">Null: a new one; then code, office and grid are given.</param>
    /// <param name="Version">As the form was shown; null for a new one.</param>
    /// <param name="Active">False: no longer in use; only without bookings to come.</param>
    public sealed record Request(Guid? Id, int? Version, CounterCode? Code, string Name, Guid? BuildingId, int GridMinutes, string Access, bool Active = true, bool OpenOnHolidays = false);

    public abstract record Outcome;

    public sealed record Saved(Guid Id) : Outcome;

    /// <summary>Another counter has this code.</summary>
    public sealed record CodeTaken : Outcome;

    /// <summary>Someone else changed it meanwhile.</summary>
    public sealed record ChangedMeanwhile : Outcome;

    /// <summary>Seats are taken on these days: it cannot be closed down yet.</summary>
    public sealed record Booked(IReadOnlyList<DateOnly> Days) : Outcome;

    /// <summary>A field does not hold what it should: its name.</summary>
    public sealed record Wrong(string Field) : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        if (request.Name.Trim().Length is 0 or > NameLength) return new Wrong(nameof(Request.Name));
        if (request.Access.Length > AccessLength) return new Wrong(nameof(Request.Access));
        try
        {
            return await database.WriteAsync(caller, OperationKind.ChangeCounter, async work =>
            {
                var outcome = request.Id is { } id ? await ChangeAsync(work, id, request, cancellationToken) : await AddAsync(work, request, cancellationToken);
                if (outcome is Saved saved) work.Record("Saved", saved.Id);
                else work.Abandon();
                return outcome;
            }, (_, first) => Task.FromResult<Outcome>(new Saved(first.SubjectId!.Value)), cancellationToken); // recorded above
        }
        catch (AlreadyThereException exception) when (exception.Index.Contains("counter", StringComparison.Ordinal))
        {
            return new CodeTaken();
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ChangedMeanwhile();
        }
    }

    private static async Task<Outcome> AddAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        if (request.Code is null) return new Wrong(nameof(Request.Code));
        if (request.GridMinutes is not (5 or 10 or 15)) return new Wrong(nameof(Request.GridMinutes));
        if (!await work.Context.Locations.AnyAsync(row => row.Id == request.BuildingId && row.Kind == LocationKind.Building && !row.Retired, cancellationToken))
            return new Wrong(nameof(Request.BuildingId));
        var counter = new Counter
        {
            Municipality = work.Municipality,
            Id = Ids.New(),
            Code = request.Code,
            Name = request.Name.Trim(),
            BuildingId = request.BuildingId!.Value, // found above
            GridMinutes = request.GridMinutes,
            Access = request.Access.Trim(),
            OpenOnHolidays = request.OpenOnHolidays,
        };
        work.Context.Add(counter);
        return new Saved(counter.Id);
    }

    private static async Task<Outcome> ChangeAsync(Work work, Guid id, Request request, CancellationToken cancellationToken)
    {
        if (await work.Context.Counters.FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } counter) return new Wrong(nameof(Request.Id));
        work.Context.Entry(counter).Property(row => row.Version).OriginalValue = request.Version ?? counter.Version;
        var opensOtherwise = counter.Active != request.Active || counter.OpenOnHolidays != request.OpenOnHolidays;
        counter.Name = request.Name.Trim();
        counter.Access = request.Access.Trim();
        counter.Active = request.Active;
        counter.OpenOnHolidays = request.OpenOnHolidays;
        if (!opensOtherwise) return new Saved(id);

        var days = await HoursChange.DaysFromAsync(work, Time.JapanTime.DateOf(work.Now), cancellationToken);
        await work.StopMakingAsync([counter.BuildingId], days, cancellationToken);
        await work.Context.SaveChangesAsync(cancellationToken);
        var full = await work.FitAsync([counter.BuildingId], days, cancellationToken);
        return full.Count > 0 ? new Booked(full) : new Saved(id);
    }
}
