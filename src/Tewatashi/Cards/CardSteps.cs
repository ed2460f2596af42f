using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;

namespace Tewatashi.Cards;

/// <summary>
/// Takes a card one step further: a conditional update on the state and version that were read. False: someone else was faster,
/// or the step is not in the table; nothing was changed.
/// </summary>
public static class CardSteps
{
    public static async Task<bool> StepAsync(this Work work, Card card, CardStep step, CancellationToken cancellationToken)
    {
        if (CardMachine.Progress.Find(card.Progress, step) is not { } transition) return false;
        var now = work.Now;
        var rows = work.Context.Cards.Where(row => row.Id == card.Id && row.Progress == transition.From && row.Version == card.Version);
        var changed = step switch
        {
            CardStep.Receive => await rows.ExecuteUpdateAsync(set => set
                .SetProperty(row => row.Progress, transition.To).SetProperty(row => row.Version, row => row.Version + 1)
                .SetProperty(row => row.ReceivedAt, now), cancellationToken),
            CardStep.Inspect => await rows.ExecuteUpdateAsync(set => set
                .SetProperty(row => row.Progress, transition.To).SetProperty(row => row.Version, row => row.Version + 1)
                .SetProperty(row => row.InspectedAt, now), cancellationToken),
            CardStep.Prepare => await rows.ExecuteUpdateAsync(set => set
                .SetProperty(row => row.Progress, transition.To).SetProperty(row => row.Version, row => row.Version + 1)
                .SetProperty(row => row.PreparedAt, now), cancellationToken),
            CardStep.HandOver => await rows.ExecuteUpdateAsync(set => set
                .SetProperty(row => row.Progress, transition.To).SetProperty(row => row.Version, row => row.Version + 1)
                .SetProperty(row => row.HandedOverAt, now), cancellationToken),
            CardStep.CancelHandOver => await rows.ExecuteUpdateAsync(set => set
                .SetProperty(row => row.Progress, transition.To).SetProperty(row => row.Version, row => row.Version + 1)
                .SetProperty(row => row.HandedOverAt, (DateTimeOffset?)null), cancellationToken),
            CardStep.SetPin => await rows.ExecuteUpdateAsync(set => set
                .SetProperty(row => row.Progress, transition.To).SetProperty(row => row.Version, row => row.Version + 1)
                .SetProperty(row => row.PinSetAt, now), cancellationToken),
            CardStep.Deliver => await rows.ExecuteUpdateAsync(set => set
                .SetProperty(row => row.Progress, transition.To).SetProperty(row => row.Version, row => row.Version + 1)
                .SetProperty(row => row.HandedOverAt, now), cancellationToken),
            CardStep.CancelDelivery => await rows.ExecuteUpdateAsync(set => set
                .SetProperty(row => row.Progress, transition.To).SetProperty(row => row.Version, row => row.Version + 1)
                .SetProperty(row => row.HandedOverAt, (DateTimeOffset?)null), cancellationToken),
            CardStep.ToCounter => await rows.ExecuteUpdateAsync(set => set
                .SetProperty(row => row.Progress, transition.To).SetProperty(row => row.Version, row => row.Version + 1)
                .SetProperty(row => row.Route, CardRoute.Counter).SetProperty(row => row.PinSetAt, (DateTimeOffset?)null), cancellationToken),
            CardStep.Dispose or CardStep.ConfirmLost or CardStep.ReturnToMaker or CardStep.ConfirmNeverSent => await rows.ExecuteUpdateAsync(set => set
                .SetProperty(row => row.Progress, transition.To).SetProperty(row => row.Version, row => row.Version + 1), cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(step)),
        };
        if (changed == 0) return false;
        await work.Context.Entry(card).ReloadAsync(cancellationToken);
        return true;
    }

    /// <summary>Moves a card and writes the movement. The card must be tracked by this work's context.</summary>
    public static async Task<bool> MoveAsync(this Work work, Card card, PlaceStep step, Place to, CancellationToken cancellationToken)
    {
        if (PlaceMachine.Places.Find(card.PlaceKind, step) is not { } transition || transition.To != to.Kind) return false;
        var from = card.Place;
        var now = work.Now;
        var changed = await work.Context.Cards
            .Where(row => row.Id == card.Id && row.PlaceKind == transition.From && row.Version == card.Version)
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.PlaceKind, to.Kind)
                .SetProperty(row => row.LocationId, to.LocationId)
                .SetProperty(row => row.TrayCounterId, to.CounterId)
                .SetProperty(row => row.PlacedAt, now)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        if (changed == 0) return false;
        work.Context.Movements.Add(new Movement
        {
            Municipality = work.Municipality,
            Id = Ids.New(),
            CardId = card.Id,
            At = now,
            FromKind = from.Kind,
            FromLocationId = from.LocationId,
            FromCounterId = from.CounterId,
            ToKind = to.Kind,
            ToLocationId = to.LocationId,
            ToCounterId = to.CounterId,
            ActorId = work.Caller.Actor.Id,
        });
        await work.Context.Entry(card).ReloadAsync(cancellationToken);
        return true;
    }
}
