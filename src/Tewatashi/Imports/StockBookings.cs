using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;

namespace Tewatashi.Imports;

/// <summary>
/// Takes over the bookings of a former system, from the same seats as everybody: each row is one visit of one person. A row
/// whose seat is gone is refused, so that the office hears of the person who is going to come.
/// </summary>
internal sealed class StockBookings(ImportRules rules)
{
    private readonly StockCheck stock = new(rules);

    /// <summary>The seats by the rows' lines. Rows that find none are turned into refused ones.</summary>
    public async Task<Dictionary<int, TakenSeat>> TakeSeatsAsync(Work work, List<CheckedRow> rows, CancellationToken cancellationToken)
    {
        var seats = new Dictionary<int, TakenSeat>();
        var used = await UsedNumbersAsync(work, rows, cancellationToken);
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i] is not RowToAdd row || stock.SeatOf(row.Row) is not { } span) continue;
            if (!await work.MoveSeatsAsync(span, [], cancellationToken))
            {
                rows[i] = new RowNotTaken(row.Line,
                [
                    new RowProblem(row.Line, rules.NameOf(ImportField.ReservedFor), "この日時の枠が空いていません。交付窓口の定員を確かめるか、日時を変えてから、もう一度取り込んでください。"),
                ]);
                continue;
            }

            var number = NumberOf(row.Row, used);
            if (number is null && ReservationNumber.TryParse(row.Row.ReservationNumber, out _))
            {
                rows[i] = row with
                {
                    Warnings = [.. row.Warnings, new RowProblem(row.Line, rules.NameOf(ImportField.ReservationNumber), "この予約番号はほかの予約で使われています。新しい予約番号を付けます。")],
                };
            }

            seats[row.Line] = new TakenSeat(span, number ?? ReservationNumber.New(), rules.Settings.MinutesPerPerson);
        }

        return seats;
    }

    public static (Visit Visit, Reservation Reservation) Book(Work work, Card card, TakenSeat seat)
    {
        var visit = new Visit
        {
            Municipality = work.Municipality,
            Id = Ids.New(),
            ReservationNumber = seat.Number,
            CounterId = seat.Span.CounterId,
            BuildingId = seat.Span.BuildingId,
            Day = seat.Span.Day,
            StartsAt = seat.Span.StartsAt,
            Minutes = seat.Span.Minutes,
            GridMinutes = seat.Span.GridMinutes,
            Channel = Channel.Stock,
            Seat = SeatState.Taken,
            CreatedAt = work.Now,
            BookedAt = work.Now,
        };
        return (visit, new Reservation
        {
            Municipality = work.Municipality,
            Id = Ids.New(),
            VisitId = visit.Id,
            CardId = card.Id,
            Ordinal = 1,
            // Nobody told us who comes; the desk asks at the counter.
            RecipientKind = RecipientKind.Applicant,
            Minutes = seat.Minutes,
            State = ReservationState.Booked,
        });
    }

    private static async Task<HashSet<string>> UsedNumbersAsync(Work work, List<CheckedRow> rows, CancellationToken cancellationToken)
    {
        var wanted = new List<ReservationNumber>();
        foreach (var row in rows.OfType<RowToAdd>())
        {
            if (ReservationNumber.TryParse(row.Row.ReservationNumber, out var number)) wanted.Add(number);
        }

        if (wanted.Count == 0) return [];
        var used = await work.Context.Visits.AsNoTracking()
            .Where(visit => EF.Parameter(wanted).Contains(visit.ReservationNumber)).Select(visit => visit.ReservationNumber).ToListAsync(cancellationToken);
        return [.. used.Select(number => number.Value)];
    }

    // Null where the row brings none that can be used.
    private static ReservationNumber? NumberOf(ShipmentRow row, HashSet<string> used) =>
        ReservationNumber.TryParse(row.ReservationNumber, out var number) && used.Add(number.Value) ? number : null;
}
