using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Counting;
using Tewatashi.Data;
using Tewatashi.Reservations;

namespace Tewatashi.Missing;

/// <summary>
/// 所在不明: a card is not where the books say, noticed at picking, by a count or otherwise. Its search begins; a live booking stays and is
/// handled as that of a card on 保留. Where a count found it missing, that finding is settled by the search.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class MissCard(Database database)
{
    /// <param name="FindingId">What a count found, where one did.</param>
    public sealed record Request(Guid CardId, MissingReason Reason, Guid? FindingId = null);

    public abstract record Outcome;

    /// <param name="Booking">The live booking it meets; null where there is none.</param>
    public sealed record Missed(Guid SearchId, LiveBooking? Booking) : Outcome;

    public sealed record AlreadyMissing(Guid SearchId) : Outcome;

    /// <summary>Not in our hands: not inspected yet, handed over or otherwise gone.</summary>
    public sealed record NotOurs(CardProgress Progress, PlaceKind Kind) : Outcome;

    /// <summary>The count's finding was settled meanwhile: the card was in somebody's hands. Nothing was changed.</summary>
    public sealed record FindingSettled : Outcome;

    public sealed record NotFound : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.MissCard, work => MissAsync(work, request, cancellationToken), async (work, _) =>
            new Missed(
                await work.Context.MissingCards.Where(row => row.CardId == request.CardId).OrderByDescending(row => row.StartedAt).Select(row => row.Id).FirstAsync(cancellationToken),
                await LiveBooking.OfAsync(work.Context, request.CardId, cancellationToken)), cancellationToken);

    private static async Task<Outcome> MissAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var context = work.Context;
        if (await context.Cards.SingleOrDefaultAsync(row => row.Id == request.CardId, cancellationToken) is not { } card) return work.Refuse(new NotFound());
        if (card.PlaceKind == PlaceKind.Missing && await RunningAsync(work, card.Id, cancellationToken) is { } running) return work.Refuse(new AlreadyMissing(running));
        if (!card.Progress.WasInspected() || card.Progress.IsOver() || !PlaceMachine.Places.Allows(card.PlaceKind, PlaceStep.Miss)) return work.Refuse(new NotOurs(card.Progress, card.PlaceKind));
        if (request.FindingId is { } finding && !await SettleAsync(work, finding, card.Id, cancellationToken)) return work.Refuse(new FindingSettled());

        var searchId = await work.BeginSearchAsync(card, PlaceStep.Miss, request.Reason, cancellationToken);
        work.Record(nameof(Missed), card.Id, request.Reason.ToString(), [searchId]);
        return new Missed(searchId, await work.CallForCardAsync(card.Id, cancellationToken));
    }

    private static Task<Guid?> RunningAsync(Work work, Guid cardId, CancellationToken cancellationToken) =>
        work.Context.MissingCards.Where(row => row.CardId == cardId && row.EndedAt == null).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancellationToken);

    private static async Task<bool> SettleAsync(Work work, Guid findingId, Guid cardId, CancellationToken cancellationToken) =>
        await work.Context.CountFindings.Where(row => row.Id == findingId && row.CardId == cardId && row.Kind == FindingKind.Missing && row.EndReason == null)
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.EndReason, FindingEnd.SearchBegun)
                .SetProperty(row => row.EndedAt, work.Now)
                .SetProperty(row => row.EndedBy, work.Caller.Actor.Id)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken) == 1;
}
