using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Papers;
using Tewatashi.Reservations;
using Tewatashi.Time;

namespace Tewatashi.HandOver;

/// <summary>
/// 当日控え of a counter for today, drawn anew from the bookings as they are. It helps when everything is off because it was printed or saved before:
/// the page of the day asks for it each morning until it was. The printing is recorded with the cards shown.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class PrintDaySheet(Database database)
{
    public sealed record Request(Guid CounterId);

    public abstract record Outcome;

    public sealed record Printed(byte[] Pdf, int Lines) : Outcome;

    public sealed record NotPrintable(PaperOutcome Why) : Outcome;

    public sealed record NoCounter : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        var now = database.Clock.GetUtcNow();
        var today = JapanTime.DateOf(now);
        var (counter, rows) = await database.ReadAsync(caller.Municipality, async context => (
            (await DayCounter.AllAsync(context, cancellationToken)).Find(row => row.Id == request.CounterId),
            (await DayRow.OfDayAsync(context, today, request.CounterId, cancellationToken))
                .FindAll(row => row.State is ReservationState.Booked or ReservationState.CheckedIn)), cancellationToken);
        if (counter is null) return new NoCounter();
        var lines = rows.OrderBy(row => row.StartsAt).ThenBy(row => row.Number.Value, StringComparer.Ordinal).ThenBy(row => row.Ordinal)
            .Select(row => new DaySheetLine(FormattableString.Invariant($"{row.StartsAt:H:mm}"), row.Number.Display, row.Kind ?? row.LocationPath ?? row.Pick.Name(), row.LastFour)).ToList();
        using var pdf = new MemoryStream();
        var heading = new DaySheet.Heading($"{JapaneseDate.Full(today)} {counter.Name}", FormattableString.Invariant($"{JapanTime.TimeOf(now):H:mm}"));
        var drawn = await DaySheet.WriteAsync(heading, lines, pdf, cancellationToken);
        if (drawn is not PaperOutcome.Printed) return new NotPrintable(drawn);
        return await database.WriteAsync<Outcome>(caller with { OperationId = null }, OperationKind.PrintDaySheet, work =>
        {
            work.Record("Printed", request.CounterId, FormattableString.Invariant($"{today:yyyy-MM-dd} {lines.Count}"), rows.Select(row => row.CardId).OfType<Guid>());
            return Task.FromResult<Outcome>(new Printed(pdf.ToArray(), lines.Count));
        }, cancellationToken: cancellationToken);
    }
}
