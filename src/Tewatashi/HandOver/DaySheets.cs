using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Papers;
using Tewatashi.Reservations;
using Tewatashi.Time;

namespace Tewatashi.HandOver;

/// <summary>Draws the 当日控え of a counter for today out of the bookings as they are.</summary>
internal static class DaySheets
{
    /// <param name="CardIds">The cards that stand on it.</param>
    public sealed record Sheet(DateOnly Day, PaperOutcome Drawn, byte[] Pdf, int Lines, IReadOnlyList<Guid> CardIds);

    /// <summary>Null where there is no such counter in use.</summary>
    public static async Task<Sheet?> DrawAsync(Database database, MunicipalityCode municipality, Guid counterId, CancellationToken cancellationToken)
    {
        var now = database.Clock.GetUtcNow();
        var today = JapanTime.DateOf(now);
        var (counter, rows) = await database.ReadAsync(municipality, async context => (
            (await DayCounter.AllAsync(context, cancellationToken)).Find(row => row.Id == counterId),
            (await DayRow.OfDayAsync(context, today, counterId, cancellationToken))
                .FindAll(row => row.State is ReservationState.Booked or ReservationState.CheckedIn)), cancellationToken);
        if (counter is null) return null;
        var lines = rows.OrderBy(row => row.StartsAt).ThenBy(row => row.Number.Value, StringComparer.Ordinal).ThenBy(row => row.Ordinal)
            .Select(row => new DaySheetLine(FormattableString.Invariant($"{row.StartsAt:H:mm}"), row.Number.Display, row.Kind ?? row.LocationPath ?? row.Pick.Name(), row.LastFour)).ToList();
        using var pdf = new MemoryStream();
        var heading = new DaySheet.Heading($"{JapaneseDate.Full(today)} {counter.Name}", FormattableString.Invariant($"{JapanTime.TimeOf(now):H:mm}"));
        var drawn = await DaySheet.WriteAsync(heading, lines, pdf, cancellationToken);
        return new Sheet(today, drawn, pdf.ToArray(), lines.Count, [.. rows.Select(row => row.CardId).OfType<Guid>()]);
    }
}
