using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Counters;
using Tewatashi.Data;

namespace Tewatashi.Reservations.Closures;

/// <summary>
/// 休庁日: closes a day at one counter or in the whole municipality. Where bookings lie there, the effect is answered first; applied, they are
/// marked 要日時変更.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class SaveClosure(Database database, FitSeats fit)
{
    public const int ReasonLength = 40;

    /// <param name="CounterId">Null: the whole municipality.</param>
    /// <param name="Reason">Shown to residents.</param>
    /// <param name="Apply">The effect was shown, and is wanted.</param>
    public sealed record Request(Guid? CounterId, DateOnly Day, string Reason, bool Apply = false);

    public abstract record Outcome;

    /// <param name="Lost">So many booked visits lost their place.</param>
    public sealed record Saved(Guid Id, int Lost = 0) : Outcome;

    /// <summary>Nothing was changed: these bookings would lose their place.</summary>
    public sealed record Loses(SeatEffect Effect) : Outcome;

    public sealed record AlreadyClosed : Outcome;

    /// <summary>A field does not hold what it should: its name.</summary>
    public sealed record Wrong(string Field) : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        if (request.Reason.Trim().Length is 0 or > ReasonLength) return new Wrong(nameof(Request.Reason));
        Outcome refused = new AlreadyClosed();
        var outcome = await new SeatChange(database, fit).RunAsync(caller, OperationKind.ChangeClosure, request.Apply, async work =>
        {
            if (await WrongAsync(work, request, cancellationToken) is { } wrong)
            {
                refused = wrong;
                return null;
            }

            var closure = new Closure { Municipality = work.Municipality, Id = Ids.New(), CounterId = request.CounterId, Day = request.Day, Reason = request.Reason.Trim() };
            work.Context.Add(closure);
            return new(closure.Id, FormattableString.Invariant($"{request.Day:yyyy-MM-dd}"), await SeatChange.BuildingsOfAsync(work, request.CounterId, cancellationToken), [request.Day]);
        }, cancellationToken);
        return outcome switch
        {
            SeatChange.Applied applied => new Saved(applied.SubjectId, applied.Lost),
            SeatChange.Loses loses => new Loses(loses.Effect),
            _ => refused,
        };
    }

    private static async Task<Outcome?> WrongAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        if (request.Day < SeatChange.Today(work)) return new Wrong(nameof(Request.Day));
        if (request.CounterId is not null && !await work.Context.Counters.AnyAsync(row => row.Id == request.CounterId, cancellationToken)) return new Wrong(nameof(Request.CounterId));
        return await work.Context.Closures.AnyAsync(row => row.Day == request.Day && row.CounterId == request.CounterId, cancellationToken) ? new AlreadyClosed() : null;
    }
}
