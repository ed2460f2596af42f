using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Time;

namespace Tewatashi.Reservations;

/// <summary>「時間を延ばす」: the hold begins anew, as often as the municipality allows. Also after its time, while nobody took the seat.</summary>
[UseCase(UsedBy.Resident)]
public sealed class ExtendHold(Database database)
{
    public sealed record Request(Guid VisitId);

    public abstract record Outcome;

    public sealed record Extended(DateTimeOffset ExpiresAt, int TimesLeft) : Outcome;

    /// <summary>Extended as often as allowed; the hold stays as it was.</summary>
    public sealed record NoMore : Outcome;

    /// <summary>No such hold of this resident, or it has ended.</summary>
    public sealed record Gone : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.ExtendHold, async work =>
        {
            var visit = await work.Context.OwnVisitAsync(request.VisitId, work.Caller, cancellationToken);
            if (visit is null || visit.Seat != SeatState.Held)
            {
                work.Abandon();
                return new Gone();
            }

            var rules = await BookingRules.LoadAsync(work.Context, work.Now, cancellationToken);
            if (visit.HoldExtensions >= rules.Settings.HoldExtensions)
            {
                work.Abandon();
                return new NoMore();
            }

            var expiresAt = work.Now + rules.HoldTime;
            var changed = await work.Context.Visits
                .Where(row => row.Id == visit.Id && row.Seat == SeatState.Held && row.Version == visit.Version)
                .ExecuteUpdateAsync(set => set
                    .SetProperty(row => row.HoldExpiresAt, expiresAt)
                    .SetProperty(row => row.HoldExtensions, row => row.HoldExtensions + 1)
                    .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
            if (changed == 0)
            {
                work.Abandon();
                return new Gone();
            }

            work.Record("Extended", visit.Id);
            return new Extended(expiresAt, rules.Settings.HoldExtensions - visit.HoldExtensions - 1);
        }, async (work, first) =>
        {
            var visit = await work.Context.Visits.AsNoTracking().SingleAsync(row => row.Id == first.SubjectId, cancellationToken);
            var most = (await work.Context.RulesOnAsync(JapanTime.DateOf(work.Now), cancellationToken)).HoldExtensions;
            return visit.HoldExpiresAt is { } expiresAt ? new Extended(expiresAt, most - visit.HoldExtensions) : new Gone();
        }, cancellationToken);
}
