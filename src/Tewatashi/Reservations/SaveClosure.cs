using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.Reservations;

/// <summary>休庁日: closes a day at one counter or in the whole municipality. Refused while bookings lie there, naming how many.</summary>
[UseCase(UsedBy.Staff)]
public sealed class SaveClosure(Database database)
{
    public const int ReasonLength = 40;

    /// <param name="CounterId">Null: the whole municipality.</param>
    /// <param name="Reason">Shown to residents.</param>
    public sealed record Request(Guid? CounterId, DateOnly Day, string Reason);

    public abstract record Outcome;

    public sealed record Saved(Guid Id) : Outcome;

    /// <summary>So many bookings and holds would lose their place.</summary>
    public sealed record Booked(int Visits) : Outcome;

    public sealed record AlreadyClosed : Outcome;

    /// <summary>A field does not hold what it should: its name.</summary>
    public sealed record Wrong(string Field) : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.ChangeClosure, async work =>
        {
            var outcome = await SaveAsync(work, request, cancellationToken);
            if (outcome is Saved saved) work.Record("Saved", saved.Id, FormattableString.Invariant($"{request.Day:yyyy-MM-dd}"));
            else work.Abandon();
            return outcome;
        }, (_, first) => Task.FromResult<Outcome>(new Saved(first.SubjectId!.Value)), cancellationToken); // recorded above

    private static async Task<Outcome> SaveAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        if (request.Reason.Trim().Length is 0 or > ReasonLength) return new Wrong(nameof(Request.Reason));
        if (request.Day < JapanTime.DateOf(work.Now)) return new Wrong(nameof(Request.Day));
        var counters = await work.Context.Counters.AsNoTracking().Where(row => request.CounterId == null || row.Id == request.CounterId).ToListAsync(cancellationToken);
        if (counters.Count == 0 && request.CounterId is not null) return new Wrong(nameof(Request.CounterId));
        if (await work.Context.Closures.AnyAsync(row => row.Day == request.Day && row.CounterId == request.CounterId, cancellationToken)) return new AlreadyClosed();

        var buildings = counters.Select(counter => counter.BuildingId).Distinct().ToList();
        await work.StopMakingAsync(buildings, [request.Day], cancellationToken);
        await work.GiveBackExpiredAsync(buildings, [request.Day], cancellationToken);
        var closure = new Closure { Municipality = work.Municipality, Id = Ids.New(), CounterId = request.CounterId, Day = request.Day, Reason = request.Reason.Trim() };
        work.Context.Add(closure);
        await work.Context.SaveChangesAsync(cancellationToken);
        if ((await work.FitAsync(buildings, [request.Day], cancellationToken)).Count == 0) return new Saved(closure.Id);

        var ids = counters.ConvertAll(counter => counter.Id);
        return new Booked(await work.Context.Visits.CountAsync(
            row => row.Day == request.Day && ids.Contains(row.CounterId) && (row.Seat == SeatState.Held || row.Seat == SeatState.Taken), cancellationToken));
    }
}
