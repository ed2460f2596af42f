using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.HandOver.Closings;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Time;
using Tewatashi.Transfers;

namespace Tewatashi.HandOver;

/// <summary>
/// 抜き出し: a scanned card goes from its shelf into the day tray of a counter. Only a card on that counter's list of that day is
/// taken; every other is refused by name and the refusal recorded. Where the municipality wants it, somebody has looked into the register before
/// (異動なし確認). A label scanned twice does no harm and says so.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class PickCard(Database database, KeyStore keys)
{
    /// <param name="Unmoved">Whoever picks has looked into the register for this card now.</param>
    public sealed record Request(SerialNumber SerialNumber, Guid CounterId, DateOnly Day, bool Unmoved = false);

    public abstract record Outcome;

    /// <param name="Left">How many of the list are still on the shelf.</param>
    public sealed record Picked(Guid CardId, string LastFour, TimeOnly StartsAt, RecipientKind RecipientKind, bool AmendmentNeeded, int Left) : Outcome
    {
        /// <summary>Somebody else of that day is like this applicant.</summary>
        public Likeness Likeness { get; init; }
    }

    /// <summary>It lies in this tray already.</summary>
    public sealed record AlreadyPicked(Guid CardId, string LastFour, TimeOnly StartsAt, int Left) : Outcome;

    public sealed record UnknownCard : Outcome;

    /// <summary>Nobody comes for it on that day.</summary>
    /// <param name="BookedOn">The day of its live booking; null where it has none.</param>
    public sealed record NotOnList(Guid CardId, string LastFour, DateOnly? BookedOn) : Outcome;

    /// <summary>It belongs to another counter's list of that day.</summary>
    public sealed record OtherCounter(Guid CardId, string LastFour, string Counter) : Outcome;

    /// <summary>It is on the list, but may not go: suspended, not prepared, in another office or tray.</summary>
    public sealed record NotPickable(Guid CardId, string LastFour, PickState State) : Outcome;

    /// <summary>Nobody has looked into the register for it.</summary>
    public sealed record UnmovedNotConfirmed(Guid CardId, string LastFour) : Outcome;

    /// <summary>締め: this counter's tray takes no card any more today.</summary>
    public sealed record CounterClosed : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        try
        {
            return await PickAsync(request, caller, cancellationToken);
        }
        catch (AlreadyThereException)
        {
            return await PickAsync(request, caller, cancellationToken); // confirmed from the list at the same moment
        }
    }

    private Task<Outcome> PickAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.PickCard, async work =>
        {
            var outcome = await PickAsync(work, request, cancellationToken);
            switch (outcome)
            {
                case Picked picked: work.Record(nameof(Picked), picked.CardId, $"{request.Day:yyyy-MM-dd}{(request.Unmoved ? " Unmoved" : "")}", [request.CounterId]); break;
                case NotOnList wrong: work.AbandonRecording(nameof(NotOnList), wrong.CardId); break;
                case OtherCounter wrong: work.AbandonRecording(nameof(OtherCounter), wrong.CardId); break;
                case NotPickable stopped: work.AbandonRecording(nameof(NotPickable), stopped.CardId, stopped.State.ToString()); break;
                default: work.Abandon(); break;
            }

            return outcome;
        }, cancellationToken: cancellationToken);

    private async Task<Outcome> PickAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        if (await work.Context.Cards.SingleOrDefaultAsync(row => row.SerialNumber == request.SerialNumber, cancellationToken) is not { } card)
            return new UnknownCard();
        var lastFour = card.SerialNumber.LastFour;
        var day = (await DayRow.OfDayAsync(work.Context, request.Day, null, cancellationToken))
            .FindAll(row => row.State is ReservationState.Booked or ReservationState.CheckedIn);
        if (day.Find(row => row.CardId == card.Id) is not { } wanted)
            return new NotOnList(card.Id, lastFour, await BookedOnAsync(work, card.Id, cancellationToken));
        if (wanted.CounterId != request.CounterId) return new OtherCounter(card.Id, lastFour, wanted.Counter);
        var left = day.Count(row => row.CounterId == request.CounterId && row.Pick == PickState.ToPick && row.CardId != card.Id);
        if (wanted.Pick == PickState.Picked) return new AlreadyPicked(card.Id, lastFour, wanted.StartsAt, left);
        if (wanted.Pick != PickState.ToPick) return new NotPickable(card.Id, lastFour, wanted.Pick);
        if (await work.IsClosedTodayAsync(request.CounterId, cancellationToken)) return new CounterClosed();
        var confirmed = await work.Context.UnmovedChecks.AnyAsync(row => row.CardId == card.Id && row.Day == request.Day, cancellationToken);
        if (!confirmed && !request.Unmoved && (await work.Context.RulesOnAsync(JapanTime.DateOf(work.Now), cancellationToken)).UnmovedCheckAtPick) return new UnmovedNotConfirmed(card.Id, lastFour);
        if (!await work.MoveAsync(card, PlaceStep.Pick, Place.TrayOf(request.CounterId), cancellationToken)) throw new PassingException();
        await work.ArriveTransferAsync(card.Id, cancellationToken);
        if (request.Unmoved && !confirmed) work.Context.Add(UnmovedCheck.Of(work, card.Id, request.Day));
        return new Picked(card.Id, lastFour, wanted.StartsAt, wanted.RecipientKind, wanted.AmendmentNeeded ?? false, left)
        {
            Likeness = await Likenesses.OfAsync(work, keys, request.Day, request.CounterId, [card.Id], cancellationToken),
        };
    }

    private static Task<DateOnly?> BookedOnAsync(Work work, Guid cardId, CancellationToken cancellationToken) =>
        (from reservation in work.Context.Reservations
         where reservation.CardId == cardId && (reservation.State == ReservationState.Booked || reservation.State == ReservationState.CheckedIn)
         join visit in work.Context.Visits on reservation.VisitId equals visit.Id
         select (DateOnly?)visit.Day).FirstOrDefaultAsync(cancellationToken);
}
