using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Storage;

namespace Tewatashi.Reservations.Closures;

/// <summary>庁舎の同時来庁数: at most so many visits at a time in an office, whatever its counters say, from a day on.</summary>
[UseCase(UsedBy.Staff)]
public sealed class SaveOfficeLimit(Database database, FitSeats fit)
{
    /// <param name="Visits">From 1 to 999; null: only the counters' booths limit it.</param>
    /// <param name="Apply">The effect was shown, and is wanted.</param>
    public sealed record Request(Guid BuildingId, DateOnly EffectiveOn, int? Visits, bool Apply = false);

    public abstract record Outcome;

    /// <param name="Lost">So many booked visits lost their place.</param>
    public sealed record Saved(int Lost) : Outcome;

    public sealed record Loses(SeatEffect Effect) : Outcome;

    /// <summary>A field does not hold what it should: its name.</summary>
    public sealed record Wrong(string Field) : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        if (request.Visits is < 1 or > 999) return new Wrong(nameof(Request.Visits));
        var refused = new Wrong(nameof(Request.BuildingId));
        var outcome = await new SeatChange(database, fit).RunAsync(caller, OperationKind.ChangeOfficeLimit, request.Apply, async work =>
        {
            if (request.EffectiveOn < SeatChange.Today(work))
            {
                refused = new Wrong(nameof(Request.EffectiveOn));
                return null;
            }

            if (!await work.Context.Locations.AnyAsync(row => row.Id == request.BuildingId && row.Kind == LocationKind.Building, cancellationToken)) return null;
            var limit = await work.Context.OfficeLimits.FirstOrDefaultAsync(row => row.BuildingId == request.BuildingId && row.EffectiveOn == request.EffectiveOn, cancellationToken);
            if (limit is not null) limit.Visits = request.Visits;
            else work.Context.Add(new OfficeLimit { Municipality = work.Municipality, BuildingId = request.BuildingId, EffectiveOn = request.EffectiveOn, Visits = request.Visits });
            var days = await HoursChange.DaysFromAsync(work.Context, request.EffectiveOn, SeatChange.Today(work), cancellationToken);
            return new(request.BuildingId, FormattableString.Invariant($"{request.EffectiveOn:yyyy-MM-dd} {request.Visits}"), [request.BuildingId], days);
        }, cancellationToken);
        return outcome switch
        {
            SeatChange.Applied applied => new Saved(applied.Lost),
            SeatChange.Loses loses => new Loses(loses.Effect),
            _ => refused,
        };
    }
}
