using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.HandOver.PinForms;
using Tewatashi.HandOver.Terminal;
using Tewatashi.Reservations;
using Tewatashi.Time;

namespace Tewatashi.HandOver.Closings;

/// <summary>Reads a counter's day for its closing: what the page shows is what the closing asks.</summary>
internal static class ReadClosing
{
    /// <summary>Null where there is no such counter.</summary>
    public static async Task<ClosingView?> RunAsync(Work work, Guid counterId, DateOnly day, CancellationToken cancellationToken)
    {
        var context = work.Context;
        if (await context.Counters.AsNoTracking().Where(row => row.Id == counterId).Select(row => new DayCounter(row.Id, row.Name, row.Code)).SingleOrDefaultAsync(cancellationToken) is not { } counter) return null;
        var rows = await DayRow.Of(context, context.Visits.Where(row => row.CounterId == counterId && row.Day <= day))
            .Where(row => row.State == ReservationState.CheckedIn || (row.Day == day && row.State == ReservationState.Booked)).AsNoTracking().ToListAsync(cancellationToken);
        var lines = DayLines.Of(rows, work.Now, int.MaxValue);
        var booked = lines.FindAll(line => line.State == ReservationState.Booked);
        var over = await OverAsync(context, [.. booked.Select(line => line.VisitId).Distinct()], work.Now, cancellationToken);
        var closing = await context.CounterClosings.AsNoTracking().SingleOrDefaultAsync(row => row.CounterId == counterId && row.Day == day && row.ReopenedAt == null, cancellationToken);
        return new ClosingView(
            day,
            counter,
            await TrayAsync(context, counterId, day, cancellationToken),
            lines.FindAll(line => line.State == ReservationState.CheckedIn),
            booked.FindAll(line => over.Contains(line.VisitId)),
            booked.Count(line => !over.Contains(line.VisitId)),
            await DaySums.OfAsync(context, counterId, day, cancellationToken),
            await PinFormLine.InCustodyAsync(context, counterId, cancellationToken),
            await TerminalView.OfAsync(context, day, cancellationToken),
            closing,
            closing is null ? null : await context.StaffMembers.Where(row => row.Id == closing.ClosedBy).Select(row => row.DisplayName).SingleOrDefaultAsync(cancellationToken));
    }

    /// <summary>What lies in the tray, and what was said about it for the night of this day.</summary>
    public static async Task<List<TrayLine>> TrayAsync(TewatashiContext context, Guid counterId, DateOnly day, CancellationToken cancellationToken)
    {
        var cards = await TrayCards.LoadAsync(context, context.Cards.Where(row => row.TrayCounterId == counterId), cancellationToken);
        var nextDay = await BookedDays.NextAsync(context, day, counterId, cancellationToken);
        var kept = await (
            from row in context.KeptCards
            where row.CounterId == counterId && row.Day == day
            from member in context.StaffMembers.Where(member => member.Id == row.SignedBy).DefaultIfEmpty()
            select new { row.CardId, row.Reason, Name = member!.DisplayName }).AsNoTracking().ToDictionaryAsync(row => row.CardId, cancellationToken);
        return
        [
            .. cards.OrderBy(card => card.ProposedPath ?? "~", StringComparer.Ordinal).ThenBy(card => card.LastFour, StringComparer.Ordinal)
                .Select(card => new TrayLine(
                    card, card.Suspension is null && card.BookedCounterId == counterId && card.BookedOn is { } on && on == nextDay,
                    kept.GetValueOrDefault(card.CardId)?.Reason, kept.GetValueOrDefault(card.CardId)?.Name)),
        ];
    }

    /// <summary>Those of these visits whose time is over.</summary>
    public static async Task<HashSet<Guid>> OverAsync(TewatashiContext context, IReadOnlyCollection<Guid> visitIds, DateTimeOffset now, CancellationToken cancellationToken) =>
    [
        .. (await context.Visits.AsNoTracking().Where(row => visitIds.Contains(row.Id)).Select(row => new { row.Id, row.Day, row.StartsAt, row.Minutes }).ToListAsync(cancellationToken))
            .Where(row => JapanTime.InstantOf(row.Day, row.StartsAt).AddMinutes(row.Minutes) <= now).Select(row => row.Id),
    ];
}
