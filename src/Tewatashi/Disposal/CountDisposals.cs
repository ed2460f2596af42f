using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Cards;
using Tewatashi.Time;

namespace Tewatashi.Disposal;

/// <summary>How many cards wait to be destroyed: the alarm of the first page. A number alone, of nobody's record.</summary>
[UseCase(UsedBy.Staff)]
public sealed class CountDisposals(Database database)
{
    /// <summary>The daily queue: cards on 保留 for good since a day before today that nobody has proposed to destroy, and abolished ones that are not destroyed.</summary>
    public Task<int> RunAsync(MunicipalityCode municipality, CancellationToken cancellationToken)
    {
        var today = JapanTime.StartOf(JapanTime.Today(database.Clock));
        return database.ReadAsync(municipality, context => context.Cards.CountAsync(card =>
            (card.Suspension == Suspension.MovedOut || card.Suspension == Suspension.MovedAbroad || card.Suspension == Suspension.Deceased || card.Suspension == Suspension.Withdrawn || card.Suspension == Suspension.Remade || card.Suspension == Suspension.Abolished)
            && (card.Progress == CardProgress.Inspected || card.Progress == CardProgress.Prepared || card.Progress == CardProgress.PinSet)
            && (card.PlaceKind == PlaceKind.None || card.PlaceKind == PlaceKind.Storage || card.PlaceKind == PlaceKind.Tray)
            && (card.SuspendedAt == null || card.SuspendedAt < today)
            && !context.Reservations.Any(live => live.CardId == card.Id && (live.State == ReservationState.Booked || live.State == ReservationState.CheckedIn || live.State == ReservationState.NeedsRebooking))
            && (card.Suspension == Suspension.Abolished || !context.DisposalCards.Any(row => row.CardId == card.Id && row.EndedAt == null)), cancellationToken), cancellationToken);
    }
}
