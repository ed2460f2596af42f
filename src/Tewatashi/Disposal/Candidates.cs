using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Notices;
using Tewatashi.Reservations;
using Tewatashi.Storage;
using Tewatashi.Time;

namespace Tewatashi.Disposal;

/// <summary>
/// Which cards may be destroyed: on 保留 for good, or not collected as long as the rule says. Never one that is booked or held, on another
/// 保留 (入院等), not in our hands, or in a running proposal.
/// </summary>
internal static class Candidates
{
    private static readonly Suspension?[] Final = [Suspension.MovedOut, Suspension.MovedAbroad, Suspension.Deceased, Suspension.Withdrawn, Suspension.Remade];

    /// <param name="only">Null: every card.</param>
    public static async Task<List<DisposalCandidate>> LoadAsync(TewatashiContext context, DateTimeOffset now, IReadOnlyCollection<Guid>? only, CancellationToken cancellationToken)
    {
        var cards = context.Cards.Where(card => !context.DisposalCards.Any(row => row.CardId == card.Id
            && (row.State == DisposalCardState.Chosen || row.State == DisposalCardState.Abolished || row.State == DisposalCardState.Scanned)));
        if (only is not null) cards = cards.Where(card => only.Contains(card.Id));
        var found = (await StandingAsync(context, now, cards, cancellationToken)).FindAll(row => row.Drop is null);
        var places = await LocationWords.OfAsync(context, [.. found.Select(row => row.Card.LocationId).OfType<Guid>().Distinct()], cancellationToken);
        return
        [
            .. found.OrderBy(row => row.Reason).ThenBy(row => row.DueOn).ThenBy(row => row.Card.SerialNumber.Value, StringComparer.Ordinal).Select(row => new DisposalCandidate(
                row.Card.Id, row.Card.SerialNumber, row.Card.LocationId is { } at ? $"{places[at].Path} {places[at].Words}" : row.Card.PlaceKind.Name(),
                row.Reason, row.Notices?.First, row.Notices?.Last, row.DueOn)),
        ];
    }

    /// <summary>How these cards of a proposal stand now.</summary>
    /// <returns>By card; a card that still may be destroyed has no drop.</returns>
    public static async Task<Dictionary<Guid, DisposalDrop>> DropsAsync(Work work, IReadOnlyCollection<DisposalCard> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(row => row.CardId).ToList();
        var now = (await StandingAsync(work.Context, work.Now, work.Context.Cards.Where(card => ids.Contains(card.Id)), cancellationToken)).ToDictionary(row => row.Card.Id);
        var drops = new Dictionary<Guid, DisposalDrop>();
        foreach (var row in rows)
        {
            if (!now.TryGetValue(row.CardId, out var standing)) drops[row.CardId] = await WhyGoneAsync(work, row.CardId, cancellationToken);
            else if (standing.Drop is { } drop) drops[row.CardId] = drop;
            else if (standing.Reason != row.Reason) drops[row.CardId] = DisposalDrop.SuspensionChanged;
        }

        return drops;
    }

    /// <summary>Why a card cannot be destroyed where it is; null where it can.</summary>
    public static DisposalDrop? WhyNotHere(Card card) =>
        card.PlaceKind == PlaceKind.Missing || card.Progress == CardProgress.Lost ? DisposalDrop.Missing
        : card.Progress.IsOver() || !PlaceMachine.Places.Allows(card.PlaceKind, PlaceStep.Destroy) ? DisposalDrop.Elsewhere
        : null;

    /// <summary>Of a card that is not among those that could be destroyed at all.</summary>
    private static async Task<DisposalDrop> WhyGoneAsync(Work work, Guid cardId, CancellationToken cancellationToken)
    {
        var card = await work.Context.Cards.AsNoTracking().SingleAsync(row => row.Id == cardId, cancellationToken);
        return WhyNotHere(card) ?? DisposalDrop.SuspensionChanged;
    }

    private static async Task<List<Standing>> StandingAsync(TewatashiContext context, DateTimeOffset now, IQueryable<Card> cards, CancellationToken cancellationToken)
    {
        var today = JapanTime.DateOf(now);
        var rule = DisposalRule.Of(await context.RulesOnAsync(today, cancellationToken));
        // A card that is on no 保留 is looked at only where the rule is on and its first notice is old enough.
        var latestFirst = today.AddMonths(-(rule.AfterFirst ?? 0));
        var rows = await cards.AsNoTracking()
            .Where(card => card.Progress == CardProgress.Inspected || card.Progress == CardProgress.Prepared || card.Progress == CardProgress.PinSet)
            .Where(card => Final.Contains(card.Suspension) || (card.Suspension == null && rule.On && card.Route == CardRoute.Counter
                && context.Notices.Any(notice => notice.CardId == card.Id && notice.SentOn <= latestFirst)))
            .Select(card => new
            {
                Card = card,
                Booked = context.Reservations.Any(live => live.CardId == card.Id
                    && (live.State == ReservationState.Booked || live.State == ReservationState.CheckedIn || live.State == ReservationState.NeedsRebooking
                        || (live.State == ReservationState.Held && context.Visits.Any(visit => visit.Id == live.VisitId && visit.HoldExpiresAt > now)))),
                First = context.Notices.Where(notice => notice.CardId == card.Id).Min(notice => notice.SentOn),
                Last = context.Notices.Where(notice => notice.CardId == card.Id && notice.Stage > 0).Max(notice => notice.SentOn),
                DeadlineOn = context.Notices.Where(notice => notice.CardId == card.Id && notice.State != NoticeState.Withdrawn).Max(notice => (DateOnly?)notice.DeadlineOn),
            }).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => Of(row.Card, row.Booked, row.First is { } first ? new NoticeDays(first, row.Last) : null, Later(row.DeadlineOn, row.Card.LastDayOn), rule, today));
    }

    private static Standing Of(Card card, bool booked, NoticeDays? notices, DateOnly? lastDayOn, DisposalRule rule, DateOnly today)
    {
        var reason = DisposalReasons.Of(card.Suspension)!.Value; // none but these were asked for
        var due = reason == DisposalReason.Unclaimed
            ? notices is { } sent ? rule.DueOn(sent.First, sent.Last, lastDayOn) : null
            : card.SuspendedAt is { } at ? JapanTime.DateOf(at) : (DateOnly?)null;
        var drop = booked ? DisposalDrop.Booked
            : WhyNotHere(card) ?? (reason == DisposalReason.Unclaimed && (due is null || due > today) ? DisposalDrop.NotDue : null);
        return new Standing(card, reason, notices, due, drop);
    }

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one is null ? other : other is null || one > other ? one : other;

    private sealed record NoticeDays(DateOnly First, DateOnly? Last);

    private sealed record Standing(Card Card, DisposalReason Reason, NoticeDays? Notices, DateOnly? DueOn, DisposalDrop? Drop);
}
