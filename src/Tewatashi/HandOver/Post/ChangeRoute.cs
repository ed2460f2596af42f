using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Notices;
using Tewatashi.Reservations;

namespace Tewatashi.HandOver.Post;

/// <summary>
/// 交付方式の変更: a card of the mail route becomes one for the counter, as after every change of address or name (which makes it 要追記 too); or one for the
/// counter, of which nobody was told yet, goes by post. Not while it is in the post.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class ChangeRoute(Database database)
{
    public sealed record Request(Guid CardId, CardRoute To, RouteChangeReason Reason);

    public abstract record Outcome;

    public sealed record Changed(CardRoute To) : Outcome;

    /// <summary>It stood so already.</summary>
    public sealed record Unchanged : Outcome;

    /// <summary>郵送済: it must come back first.</summary>
    public sealed record InPost : Outcome;

    /// <summary>Handed over, disposed of, lost or sent back.</summary>
    public sealed record Over(CardProgress Progress) : Outcome;

    /// <summary>A notice was made, or a visit booked: those who know come to the counter.</summary>
    public sealed record ToldAlready : Outcome;

    /// <summary>A changed address or name is no reason for the post.</summary>
    public sealed record OnlyAtCounter : Outcome;

    public sealed record NotFound : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.ChangeRoute, work => ChangeAsync(work, request, cancellationToken),
            (_, _) => Task.FromResult<Outcome>(new Changed(request.To)), cancellationToken);

    private static async Task<Outcome> ChangeAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        if (await work.Context.Cards.SingleOrDefaultAsync(row => row.Id == request.CardId, cancellationToken) is not { } card) return work.Refuse<Outcome>(new NotFound());
        if (card.Progress.IsOver()) return work.Refuse<Outcome>(new Over(card.Progress));
        if (card.Route == request.To) return work.Refuse<Outcome>(new Unchanged());
        if (card.PlaceKind == PlaceKind.Posted) return work.Refuse<Outcome>(new InPost());
        if (request.To == CardRoute.Post)
        {
            if (request.Reason.NeedsAmendment() || card.AmendmentNeeded) return work.Refuse<Outcome>(new OnlyAtCounter());
            if (await IsToldAsync(work, card.Id, cancellationToken)) return work.Refuse<Outcome>(new ToldAlready());
        }

        if (card.Progress == CardProgress.PinSet && !await work.StepAsync(card, CardStep.ToCounter, cancellationToken)) throw new PassingException();
        var amendment = card.AmendmentNeeded || request.Reason.NeedsAmendment();
        var changed = await work.Context.Cards.Where(row => row.Id == card.Id && row.Version == card.Version)
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.Route, request.To).SetProperty(row => row.AmendmentNeeded, amendment)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        if (changed == 0) throw new PassingException();
        work.Record("Changed", card.Id, $"{request.To} {request.Reason}");
        return new Changed(request.To);
    }

    private static async Task<bool> IsToldAsync(Work work, Guid cardId, CancellationToken cancellationToken) =>
        await work.Context.Notices.AnyAsync(row => row.CardId == cardId && row.State != NoticeState.Withdrawn, cancellationToken)
        || await work.Context.NoticeBatchCards.AnyAsync(row => row.CardId == cardId && row.State == BatchCardState.Waiting, cancellationToken)
        || await LiveBooking.OfAsync(work.Context, cardId, cancellationToken) is not null;
}
