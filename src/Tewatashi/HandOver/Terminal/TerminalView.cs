using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.HandOver.Terminal;

/// <summary>What differs between the books and the national terminal's list of a day, both ways, each card by its 製造管理番号. Made anew at each look.</summary>
/// <param name="ImportedAt">When the list was brought in last.</param>
/// <param name="Lines">How many lines of the day are known.</param>
public sealed record TerminalView(DateOnly Day, DateTimeOffset ImportedAt, int Lines, IReadOnlyList<TerminalView.Difference> Differences)
{
    /// <param name="CardId">Null: no such card is known here.</param>
    /// <param name="Reason">Why it is in order; null while nobody said.</param>
    public sealed record Difference(SerialNumber SerialNumber, Guid? CardId, DifferenceSide Side, CardProgress? Progress, DifferenceReason? Reason);

    public int Open => Differences.Count(row => row.Reason is null);

    /// <summary>Null where no list of the day was brought in.</summary>
    internal static async Task<TerminalView?> OfAsync(TewatashiContext context, DateOnly day, CancellationToken cancellationToken)
    {
        if (await context.TerminalLists.Where(row => row.Day == day).MaxAsync(row => (DateTimeOffset?)row.ImportedAt, cancellationToken) is not { } importedAt) return null;
        var rows = await context.TerminalRows.AsNoTracking().Where(row => row.Day == day).ToListAsync(cancellationToken);
        var reasons = await context.DifferenceExplanations.AsNoTracking().Where(row => row.Day == day).ToDictionaryAsync(row => (row.SerialNumber, row.Side), row => row.Reason, cancellationToken);
        List<Difference> differences = [.. await OnlyHereAsync(context, day, cancellationToken), .. await OnlyThereAsync(context, rows, cancellationToken)];
        return new TerminalView(day, importedAt, rows.Count,
        [
            .. differences.Select(row => row with { Reason = reasons.TryGetValue((row.SerialNumber, row.Side), out var reason) ? reason : null })
                .OrderBy(row => row.Side).ThenBy(row => row.SerialNumber.Value, StringComparer.Ordinal),
        ]);
    }

    // By whatever day they say it: one that they entered on the next is no difference any more.
    private static async Task<List<Difference>> OnlyHereAsync(TewatashiContext context, DateOnly day, CancellationToken cancellationToken)
    {
        var (start, end) = (JapanTime.StartOf(day), JapanTime.StartOf(day.AddDays(1)));
        var cards = await context.Cards
            .Where(card => card.Progress == CardProgress.HandedOver && card.HandedOverAt >= start && card.HandedOverAt < end)
            .Where(card => !context.TerminalRows.Any(row => row.SerialNumber == card.SerialNumber && row.Kind == TerminalKind.HandedOver))
            .Select(card => new { card.SerialNumber, card.Id, card.Progress }).ToListAsync(cancellationToken);
        return cards.ConvertAll(card => new Difference(card.SerialNumber, card.Id, DifferenceSide.OnlyHere, card.Progress, null));
    }

    private static async Task<IEnumerable<Difference>> OnlyThereAsync(TewatashiContext context, List<TerminalRow> rows, CancellationToken cancellationToken)
    {
        var serials = rows.ConvertAll(row => row.SerialNumber);
        var cards = await context.Cards.Where(card => serials.Contains(card.SerialNumber)).Select(card => new { card.Id, card.SerialNumber, card.Progress })
            .ToDictionaryAsync(card => card.SerialNumber, cancellationToken);
        return rows.Select(row => (Row: row, Card: cards.GetValueOrDefault(row.SerialNumber)))
            // A card that we never had is no matter of ours where it is abolished: cards of former years are, every day.
            .Where(pair => pair.Row.Kind == TerminalKind.HandedOver ? pair.Card?.Progress != CardProgress.HandedOver : pair.Card is { } card && !card.Progress.IsOver())
            .Select(pair => new Difference(
                pair.Row.SerialNumber, pair.Card?.Id, pair.Row.Kind == TerminalKind.HandedOver ? DifferenceSide.HandedOverThere : DifferenceSide.AbolishedThere, pair.Card?.Progress, null));
    }
}
