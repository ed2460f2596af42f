using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Mail;
using Tewatashi.Transfers;

namespace Tewatashi.Reservations.Families;

/// <summary>
/// Takes one person out of a booked visit; the others keep their time, and what they need no more of it is given back. The one who
/// booked may take out anybody, the others only themselves. Taking out the last one cancels the visit.
/// </summary>
[UseCase(UsedBy.Both)]
public sealed class RemoveFromVisit(Database database)
{
    public sealed record Request(Guid VisitId, Guid ReservationId);

    public abstract record Outcome;

    public sealed record Removed(Guid VisitId) : Outcome;

    /// <summary>Nobody is left: the visit was cancelled.</summary>
    public sealed record Cancelled : Outcome;

    /// <summary>Somebody else's card, and not the one who booked.</summary>
    public sealed record NotYours : Outcome;

    /// <summary>The cut-off of the internet is over; the telephone can still help.</summary>
    public sealed record TooLate(DateTimeOffset Until) : Outcome;

    /// <summary>No such person in a booked visit of this resident, or someone has checked in or ended it.</summary>
    public sealed record NotFound : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.RemovePerson, async work =>
        {
            var outcome = await RemoveAsync(work, request, cancellationToken);
            if (outcome is not (Removed or Cancelled)) work.Abandon();
            return outcome;
        }, (_, first) => Task.FromResult<Outcome>(first.Outcome == nameof(Cancelled) ? new Cancelled() : new Removed(request.VisitId)), cancellationToken);

    private static async Task<Outcome> RemoveAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var (booked, until) = await BookedVisit.FindAsync(work, request.VisitId, cancellationToken);
        if (booked is null) return until is { } over ? new TooLate(over) : new NotFound();
        if (booked.Coming.FirstOrDefault(row => row.Id == request.ReservationId) is not { } leaving) return new NotFound();
        if (booked.Channel == Channel.Web && !IsBooker(booked, work.Caller.Actor.Id) && leaving.CardId?.ToString() != work.Caller.Actor.Id) return new NotYours();
        if (booked.Coming.Count == 1)
        {
            await VisitEnding.CancelAsync(work, booked.Visit, booked.Coming, cancellationToken);
            work.Record(nameof(Cancelled), booked.Visit.Id, others: AsSubject(leaving));
            return new Cancelled();
        }

        await ShrinkAsync(work, booked, leaving, cancellationToken);
        work.Record(nameof(Removed), booked.Visit.Id, others: AsSubject(leaving));
        return new Removed(booked.Visit.Id);
    }

    // By a mailed link nobody's card stands for the booker; whoever comes in with a card of the visit is not the booker then.
    private static bool IsBooker(BookedVisit booked, string own) => booked.Visit.OwnerToken is null
        ? booked.Cards.FirstOrDefault().ToString() == own
        : !booked.Cards.Any(card => card.ToString() == own);

    private static IEnumerable<Guid> AsSubject(Reservation leaving) => leaving.CardId is { } cardId ? [cardId] : [];

    private static async Task ShrinkAsync(Work work, BookedVisit booked, Reservation leaving, CancellationToken cancellationToken)
    {
        var visit = booked.Visit;
        var minutes = BookingRules.OnGrid(booked.Coming.Where(row => row.Id != leaving.Id).Sum(row => row.Minutes), visit.GridMinutes);
        var changed = await work.Context.Visits
            .Where(row => row.Id == visit.Id && row.Seat == SeatState.Taken && row.Version == visit.Version)
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.Minutes, minutes)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        if (changed == 0 || !await work.StepAsync(leaving, ReservationStep.Cancel, cancellationToken, VisitEnding.ReasonOf(work.Caller))) throw new PassingException();
        if (leaving.CardId is { } cardId) await work.CancelTransfersOfCardsAsync([cardId], cancellationToken);
        if (!await work.MoveSeatsAsync(visit.Span with { Minutes = minutes }, [visit.Span], cancellationToken))
            throw new InvalidOperationException("A shorter visit takes nothing that it does not have.");
        await work.EnqueueMailAsync(visit.Id, MailKind.Changed, cancellationToken);
    }
}
