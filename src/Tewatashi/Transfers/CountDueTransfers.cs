using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Time;

namespace Tewatashi.Transfers;

/// <summary>How many cards must leave today or should have left before. Names no card: <see cref="TransferList"/> does.</summary>
[UseCase(UsedBy.Staff)]
public sealed class CountDueTransfers(Database database)
{
    /// <param name="NeededBy">What is needed by this day, inclusive, must leave today.</param>
    public sealed record Due(int Cards, DateOnly NeededBy);

    public Task<Due> RunAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, async context =>
        {
            var neededBy = (await LeavingDays.ReadAsync(context, cancellationToken)).LastNeededOn(JapanTime.Today(database.Clock));
            return new Due(
                await context.TransferOrders.CountAsync(row => row.State == TransferState.Ordered && row.NeededOn <= neededBy
                    && context.Cards.Any(card => card.Id == row.CardId && card.PlaceKind != PlaceKind.Transit), cancellationToken),
                neededBy);
        }, cancellationToken);
}
