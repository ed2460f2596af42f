using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Storage;

namespace Tewatashi.Reservations.Closures;

/// <summary>
/// Adds a counter or changes its name, way and use. Code, office and grid stay as they were chosen: bookings and shipment files name
/// the one, seats were counted by the others.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class SaveCounter(Database database, FitSeats fit)
{
    public const int NameLength = 40;
    public const int AccessLength = 400;

    /// <param name="Id">Null: a new one; then code, office and grid are given.</param>
    /// <param name="Version">As the form was shown; null for a new one.</param>
    /// <param name="Active">False: no longer in use; bookings to come lose their place.</param>
    /// <param name="Apply">The effect was shown, and is wanted.</param>
    public sealed record Request(
        Guid? Id, int? Version, CounterCode? Code, string Name, Guid? BuildingId, int GridMinutes, string Access, bool Active = true, bool OpenOnHolidays = false, bool Apply = false);

    public abstract record Outcome;

    /// <param name="Lost">So many booked visits lost their place.</param>
    public sealed record Saved(Guid Id, int Lost = 0) : Outcome;

    /// <summary>Another counter has this code.</summary>
    public sealed record CodeTaken : Outcome;

    /// <summary>Someone else changed it meanwhile.</summary>
    public sealed record ChangedMeanwhile : Outcome;

    /// <summary>Nothing was changed: these bookings would lose their place.</summary>
    public sealed record Loses(SeatEffect Effect) : Outcome;

    /// <summary>A field does not hold what it should: its name.</summary>
    public sealed record Wrong(string Field) : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        if (request.Name.Trim().Length is 0 or > NameLength) return new Wrong(nameof(Request.Name));
        if (request.Access.Length > AccessLength) return new Wrong(nameof(Request.Access));
        try
        {
            Outcome refused = new Wrong(nameof(Request.Id));
            var outcome = await new SeatChange(database, fit).RunAsync(caller, OperationKind.ChangeCounter, request.Apply, async work =>
            {
                var (written, why) = request.Id is { } id ? await ChangeAsync(work, id, request, cancellationToken) : await AddAsync(work, request, cancellationToken);
                refused = why ?? refused;
                return written;
            }, cancellationToken);
            return outcome switch
            {
                SeatChange.Applied applied => new Saved(applied.SubjectId, applied.Lost),
                SeatChange.Loses loses => new Loses(loses.Effect),
                _ => refused,
            };
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

    private static async Task<(SeatChange.Written? Written, Outcome? Why)> AddAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        if (request.Code is null) return (null, new Wrong(nameof(Request.Code)));
        if (request.GridMinutes is not (5 or 10 or 15)) return (null, new Wrong(nameof(Request.GridMinutes)));
        if (!await work.Context.Locations.AnyAsync(row => row.Id == request.BuildingId && row.Kind == LocationKind.Building && !row.Retired, cancellationToken))
            return (null, new Wrong(nameof(Request.BuildingId)));
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
        return (new(counter.Id, request.Code.Value, [], []), null);
    }

    private static async Task<(SeatChange.Written? Written, Outcome? Why)> ChangeAsync(Work work, Guid id, Request request, CancellationToken cancellationToken)
    {
        if (await work.Context.Counters.FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } counter) return (null, null);
        work.Context.Entry(counter).Property(row => row.Version).OriginalValue = request.Version ?? counter.Version;
        var opensOtherwise = counter.Active != request.Active || counter.OpenOnHolidays != request.OpenOnHolidays;
        counter.Name = request.Name.Trim();
        counter.Access = request.Access.Trim();
        counter.Active = request.Active;
        counter.OpenOnHolidays = request.OpenOnHolidays;
        var today = SeatChange.Today(work);
        IReadOnlyList<DateOnly> days = opensOtherwise ? await HoursChange.DaysFromAsync(work.Context, today, today, cancellationToken) : [];
        return (new(id, counter.Code.Value, opensOtherwise ? [counter.BuildingId] : [], days), null);
    }
}
