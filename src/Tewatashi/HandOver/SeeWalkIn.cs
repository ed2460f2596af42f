using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;

namespace Tewatashi.HandOver;

/// <summary>Shows, for somebody who came without a booking, whether their card can be handed over today and when. The view is recorded.</summary>
[UseCase(UsedBy.Staff)]
public sealed class SeeWalkIn(Database database)
{
    public sealed record Request(Guid CardId, Guid CounterId);

    public abstract record Outcome;

    /// <param name="Why">Why the card can not be booked at all; null where it can.</param>
    /// <param name="FirstToday">The first free time of today for the applicant in person; null where today is full.</param>
    /// <param name="Next">The next free times where today is full.</param>
    public sealed record Shown(
        Guid CardId, string LastFour, BookingRefusal? Why, TimeOnly? FirstToday, IReadOnlyList<FreeSeat> Next, IReadOnlyList<RecipientKind> OpenKinds) : Outcome;

    public sealed record NotFound : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.ViewReservation, async work =>
        {
            if (await work.Context.Cards.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.CardId, cancellationToken) is not { } card)
            {
                work.Abandon();
                return new NotFound();
            }

            var rules = await BookingRules.LoadAsync(work.Context, work.Now, cancellationToken);
            var bookable = (await BookableCard.LoadAsync(work.Context, [card.Id], cancellationToken)).Single();
            var seats = new WalkInSeats(work, request.CounterId);
            var today = await seats.TodayAsync(card, RecipientKind.Applicant, cancellationToken);
            work.Record("Viewed", card.Id);
            return new Shown(
                card.Id, card.SerialNumber.LastFour, bookable.WhyNot(Channel.Counter, work.Now), today is [var first, ..] ? first : null,
                today.Count > 0 ? [] : await seats.LaterAsync(card, RecipientKind.Applicant, cancellationToken), rules.OpenKinds);
        }, cancellationToken: cancellationToken);
}
