using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.HandOver;

/// <summary>Tells, for a label scanned at the tray, to which place its card goes back: where it was picked from.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ProposePlace(Database database)
{
    public sealed record Request(SerialNumber SerialNumber);

    public abstract record Outcome;

    public sealed record Proposed(TrayCard Card) : Outcome;

    /// <summary>Somebody still comes for it: it stays in the tray.</summary>
    public sealed record StillExpected(TrayCard Card) : Outcome;

    public sealed record NotInTray(Guid CardId, string LastFour, PlaceKind Kind) : Outcome;

    public sealed record UnknownCard : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller with { OperationId = null }, OperationKind.ViewReshelveList, async work =>
        {
            var cards = work.Context.Cards.Where(row => row.SerialNumber == request.SerialNumber);
            if (await cards.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } card)
            {
                work.Abandon();
                return new UnknownCard();
            }

            if (await TrayCards.LoadAsync(work.Context, cards, cancellationToken) is not [var inTray])
            {
                work.Record(nameof(NotInTray), card.Id);
                return new NotInTray(card.Id, card.SerialNumber.LastFour, card.PlaceKind);
            }

            var today = JapanTime.DateOf(work.Now);
            var stays = inTray.StaysFor(today, await BookedDays.NextAsync(work.Context, today, inTray.CounterId, cancellationToken));
            work.Record(stays ? nameof(StillExpected) : nameof(Proposed), card.Id);
            return stays ? new StillExpected(inTray) : new Proposed(inTray);
        }, cancellationToken: cancellationToken);
}
