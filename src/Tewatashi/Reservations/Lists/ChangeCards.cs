using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;

namespace Tewatashi.Reservations.Lists;

/// <summary>
/// Changes every card of a selection, each by the ordinary step of one card in a transaction and with an entry of its own: what one card refuses stops no
/// other, and sent a second time it changes nothing more.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class ChangeCards(SuspendCard suspend, LiftSuspension lift, MarkAmendment mark)
{
    /// <summary>Two pages of the list.</summary>
    public const int MostCards = 200;

    /// <param name="Version">As the preview showed it: nobody lifts a suspension that was not seen.</param>
    public sealed record Chosen(Guid CardId, int Version);

    public sealed record Request(IReadOnlyList<Chosen> Cards, CardChange Change);

    /// <param name="Booked">Suspended with a live booking: these people are on the call list now.</param>
    /// <param name="LeftOut">Which were not changed, and why.</param>
    public sealed record Result(int Changed, int Booked, IReadOnlyDictionary<Guid, CardChangeRefusal> LeftOut);

    public async Task<Result> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        if (request.Cards.Count > MostCards) throw new ArgumentException("Too many cards at once.", nameof(request));
        // One form, many steps: an operation id stands for one of them only.
        caller = caller with { OperationId = null };
        var (changed, booked, leftOut) = (0, 0, new Dictionary<Guid, CardChangeRefusal>());
        foreach (var card in request.Cards.DistinctBy(card => card.CardId))
        {
            var (refusal, hasBooking) = request.Change switch
            {
                CardChange.Suspend(var reason) => Of(await suspend.RunAsync(new(card.CardId, reason), caller, cancellationToken)),
                CardChange.Lift => (Of(await lift.RunAsync(new(card.CardId, card.Version), caller, cancellationToken)), false),
                CardChange.Amend(var needed) => (Of(await mark.RunAsync(new(card.CardId, needed), caller, cancellationToken)), false),
                var change => throw new InvalidOperationException($"{change.GetType().Name} cannot be done."),
            };
            if (refusal is { } why) leftOut[card.CardId] = why;
            else (changed, booked) = (changed + 1, booked + (hasBooking ? 1 : 0));
        }

        return new(changed, booked, leftOut);
    }

    private static (CardChangeRefusal? Refusal, bool HasBooking) Of(SuspendCard.Outcome outcome) => outcome switch
    {
        SuspendCard.Suspended suspended => (null, suspended.Booking is not null),
        SuspendCard.AlreadySuspended => (CardChangeRefusal.AlreadySuspended, false),
        SuspendCard.Over => (CardChangeRefusal.Over, false),
        SuspendCard.NotFound => (CardChangeRefusal.NotFound, false),
        _ => throw new InvalidOperationException($"{outcome.GetType().Name} is no outcome."),
    };

    private static CardChangeRefusal? Of(LiftSuspension.Outcome outcome) => outcome switch
    {
        LiftSuspension.Lifted => null,
        LiftSuspension.NotSuspended => CardChangeRefusal.NotSuspended,
        LiftSuspension.Overtaken => CardChangeRefusal.Overtaken,
        LiftSuspension.NotFound => CardChangeRefusal.NotFound,
        _ => throw new InvalidOperationException($"{outcome.GetType().Name} is no outcome."),
    };

    private static CardChangeRefusal? Of(MarkAmendment.Outcome outcome) => outcome switch
    {
        MarkAmendment.Marked => null,
        MarkAmendment.Unchanged => CardChangeRefusal.Unchanged,
        MarkAmendment.Over => CardChangeRefusal.Over,
        MarkAmendment.NotFound => CardChangeRefusal.NotFound,
        _ => throw new InvalidOperationException($"{outcome.GetType().Name} is no outcome."),
    };
}
