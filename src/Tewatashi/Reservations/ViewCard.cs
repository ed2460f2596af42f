using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Notices;
using Tewatashi.Storage;

namespace Tewatashi.Reservations;

/// <summary>Shows everything about one card: progress, place, notice, booking, applicant and history. The view is recorded.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ViewCard(Database database, KeyStore keys)
{
    /// <summary>Lines of history on the page.</summary>
    public const int MostLines = 200;

    /// <param name="WithNames">The person at the screen may see names and birthdays.</param>
    /// <param name="WithViews">With the entries that only say who saw the card.</param>
    public sealed record Request(Guid CardId, bool WithNames, bool WithViews = false);

    public abstract record Outcome;

    public sealed record Shown(CardView View) : Outcome;

    public sealed record NotFound : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.ViewCard, async work =>
        {
            if (await work.Context.Cards.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.CardId, cancellationToken) is not { } card)
            {
                work.Abandon();
                return new NotFound();
            }

            var view = await ReadAsync(work, card, request, cancellationToken);
            work.Record("Viewed", card.Id, request.WithNames ? "WithNames" : null, view.SamePerson.Select(other => other.CardId));
            return new Shown(view);
        }, cancellationToken: cancellationToken);

    private async Task<CardView> ReadAsync(Work work, Card card, Request request, CancellationToken cancellationToken)
    {
        var context = work.Context;
        var items = request.WithNames ? new ApplicantItems(keys, work.Municipality) : null;
        var names = items is not null && await context.Applicants.AsNoTracking().SingleOrDefaultAsync(row => row.CardId == card.Id, cancellationToken) is { } applicant
            ? items.Open(applicant)
            : null;
        var same = items is null || !card.Progress.WasInspected() || card.Progress.IsOver() ? [] : await SamePersonCards.FindAsync(context, items, card.Id, cancellationToken);
        var remade = await (
            from link in context.RemadeCards
            where link.EndedAt == null && (link.OldCardId == card.Id || link.NewCardId == card.Id)
            join other in context.Cards on link.OldCardId == card.Id ? link.NewCardId : link.OldCardId equals other.Id
            orderby link.LinkedAt
            select new RemadeLink(other.Id, other.SerialNumber, link.OldCardId == card.Id)).ToListAsync(cancellationToken);
        var notice = await context.Notices.Where(row => row.CardId == card.Id && row.State != NoticeState.Withdrawn)
            .Select(row => new NoticeLine(row.Id, row.BatchId, row.Sequence, row.ReceptionNumber, row.State, row.SentOn, row.DeadlineOn, row.ReturnedOn))
            .SingleOrDefaultAsync(cancellationToken);
        var booking = await LiveBooking.OfAsync(context, card.Id, cancellationToken);
        if (booking?.Stands(work.Now) == false) booking = null;
        var history = await new CardHistory(context, card.Id).ReadAsync(MostLines, request.WithViews, cancellationToken);
        return new CardView(
            card,
            CardStatuses.Of(card.Progress, card.PlaceKind, card.Suspension, notice?.State, booking?.State),
            names,
            card.LocationId is { } locationId ? await LocationWords.OfAsync(context, locationId, cancellationToken) : null,
            await context.Counters.Where(row => row.Id == card.TrayCounterId).Select(row => row.Name).SingleOrDefaultAsync(cancellationToken),
            await context.Shipments.Where(row => row.Id == card.ShipmentId).Select(row => row.Name).SingleOrDefaultAsync(cancellationToken),
            await context.Counters.Where(row => row.Code == card.CounterCode).Select(row => row.Name).SingleOrDefaultAsync(cancellationToken),
            notice,
            await NoticeDates.Of(context).SingleOrDefaultAsync(row => row.CardId == card.Id, cancellationToken),
            booking,
            same,
            remade,
            [.. history.Take(MostLines)],
            history.Count > MostLines);
    }
}
