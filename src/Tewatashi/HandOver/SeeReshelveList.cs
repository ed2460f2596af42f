using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.HandOver;

/// <summary>再収納一覧: every card in a tray that nobody comes for, with the place it came from. The view is recorded.</summary>
[UseCase(UsedBy.Staff)]
public sealed class SeeReshelveList(Database database)
{
    /// <param name="CounterId">Null: every tray.</param>
    public sealed record Request(Guid? CounterId);

    /// <param name="Cards">In walking order of the places they came from; those without one last.</param>
    public sealed record View(IReadOnlyList<DayCounter> Counters, Guid? CounterId, IReadOnlyList<TrayCard> Cards);

    public Task<View> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.ViewReshelveList, async work =>
        {
            var cards = await TrayCards.ToReshelveAsync(work.Context, JapanTime.DateOf(work.Now), request.CounterId, cancellationToken);
            work.Record("Viewed", request.CounterId, FormattableString.Invariant($"{cards.Count}"), cards.Select(card => card.CardId));
            return new View(await DayCounter.AllAsync(work.Context, cancellationToken), request.CounterId, cards);
        }, cancellationToken: cancellationToken);
}
