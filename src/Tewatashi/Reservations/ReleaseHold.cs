using Tewatashi.Audit;
using Tewatashi.Counters;
using Tewatashi.Data;

namespace Tewatashi.Reservations;

/// <summary>A resident gives a hold back before its time is over.</summary>
[UseCase(UsedBy.Resident)]
public sealed class ReleaseHold(Database database)
{
    public sealed record Request(Guid VisitId);

    public abstract record Outcome;

    public sealed record Released : Outcome;

    /// <summary>No such hold of this resident, or it has ended already.</summary>
    public sealed record Gone : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.ReleaseHold, async work =>
        {
            var visit = await work.Context.OwnVisitAsync(request.VisitId, work.Caller, cancellationToken);
            var given = visit is { Seat: SeatState.Held } ? await Holds.EndAsync(work, [visit], Holds.GivenUp, cancellationToken) : [];
            if (given.Count == 0)
            {
                work.Abandon();
                return new Gone();
            }

            await work.MoveSeatsAsync(null, given, cancellationToken);
            work.Record("Released", request.VisitId);
            return new Released();
        }, (_, _) => Task.FromResult<Outcome>(new Released()), cancellationToken);
}
