using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Reservations.Lists;

/// <summary>Shows what a change would do to each card of a selection before it is done, and why some would be left out. Changes nothing.</summary>
[UseCase(UsedBy.Staff)]
public sealed class PreviewCardChange(Database database)
{
    /// <param name="CardIds">At most <see cref="ChangeCards.MostCards"/>.</param>
    public sealed record Request(IReadOnlyCollection<Guid> CardIds, CardChange Change);

    /// <param name="LeftOut">Null: it would be changed.</param>
    public sealed record Line(CardListRow Card, CardChangeRefusal? LeftOut);

    public Task<IReadOnlyList<Line>> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        if (request.CardIds.Count > ChangeCards.MostCards) throw new ArgumentException("Too many cards at once.", nameof(request));
        return database.WriteAsync<IReadOnlyList<Line>>(caller with { OperationId = null }, OperationKind.ListCards, async work =>
        {
            var chosen = work.Context.Cards.AsNoTracking().Where(row => request.CardIds.Contains(row.Id));
            var cards = await CardListRows.Of(work.Context, chosen, CardListOrder.Serial, descending: false).ToListAsync(cancellationToken);
            work.Record("Viewed", null, FormattableString.Invariant($"{cards.Count} {request.Change.Code}"), cards.Select(card => card.CardId));
            return [.. cards.Select(card => new Line(card, request.Change.RefusalOf(card)))];
        }, cancellationToken: cancellationToken);
    }
}
