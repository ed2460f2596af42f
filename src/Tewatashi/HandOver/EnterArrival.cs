using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Reservations;

namespace Tewatashi.HandOver;

/// <summary>
/// 来庁のあとから入力: everyone of a visit who came while our own system was down, with the time on the 当日控え. Also where the night has marked them
/// 未来庁 meanwhile. Whoever was booked anew since is refused.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class EnterArrival(Database database)
{
    public sealed record Request(Guid VisitId, DateTimeOffset HappenedAt);

    public abstract record Outcome;

    public sealed record Entered(Arrival Arrival) : Outcome;

    public sealed record NotThen(LaterProblem Why) : Outcome;

    /// <summary>Nobody of the visit is booked or 未来庁.</summary>
    public sealed record NothingToEnter : Outcome;

    /// <summary>One of the cards has another booking by now.</summary>
    public sealed record BookedAnew : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        try
        {
            return await database.WriteAsync(caller with { OperationId = null }, OperationKind.EnterArrival, work => EnterAsync(work, request, cancellationToken), cancellationToken: cancellationToken);
        }
        catch (AlreadyThereException)
        {
            return new BookedAnew();
        }
    }

    private static async Task<Outcome> EnterAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        if (await work.Context.Visits.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.VisitId, cancellationToken) is not { } visit) return work.Refuse<Outcome>(new NothingToEnter());
        if (await LaterEntry.ProblemAsync(work, visit, request.HappenedAt, cancellationToken) is { } why) return work.Refuse<Outcome>(new NotThen(why));
        // The visit first, as at a check-in on the day.
        await work.Context.Visits.Where(row => row.Id == visit.Id).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.CheckedInAt, row => row.CheckedInAt ?? request.HappenedAt)
            .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        var open = await work.Context.Reservations.AsNoTracking()
            .Where(row => row.VisitId == visit.Id && (row.State == ReservationState.Booked || row.State == ReservationState.NoShow)).OrderBy(row => row.Ordinal).ToListAsync(cancellationToken);
        if (open.Count == 0) return work.Refuse<Outcome>(new NothingToEnter());
        foreach (var reservation in open)
        {
            var step = reservation.State == ReservationState.Booked ? ReservationStep.CheckIn : ReservationStep.ComeAfterAll;
            if (!await work.StepAsync(reservation, step, cancellationToken)) throw new PassingException();
        }

        work.Record("Entered", visit.Id, LaterEntry.Detail("", request.HappenedAt).Trim(), open.Select(row => row.CardId).OfType<Guid>());
        return new Entered(await Arrival.OfAsync(work.Context, visit.Id, cancellationToken) ?? throw new InvalidOperationException("A visit just entered is there."));
    }
}
