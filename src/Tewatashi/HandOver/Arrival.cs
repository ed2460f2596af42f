using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;

namespace Tewatashi.HandOver;

/// <summary>A visit at the check-in: when it was booked for and whose cards.</summary>
public sealed record Arrival(
    Guid VisitId, ReservationNumber Number, DateOnly Day, TimeOnly StartsAt, Guid CounterId, string Counter, string? CallNumber, IReadOnlyList<Arrival.Person> Persons)
{
    /// <param name="CardId">Null where the kind of booking needs none.</param>
    /// <param name="Kind">The name of the kind of booking; null: 受取.</param>
    /// <param name="LastFour">The last four digits of the card's 製造管理番号.</param>
    public sealed record Person(Guid ReservationId, Guid? CardId, string LastFour, RecipientKind RecipientKind, ReservationState State, PickState Pick, string? Kind);

    /// <summary>Null where nothing of the visit was ever booked, or all of it was called off.</summary>
    internal static async Task<Arrival?> OfAsync(TewatashiContext context, Guid visitId, CancellationToken cancellationToken)
    {
        var rows = await DayRow.Of(context, context.Visits.Where(row => row.Id == visitId)).AsNoTracking().ToListAsync(cancellationToken);
        return rows is [var first, ..]
            ? new Arrival(
                first.VisitId, first.Number, first.Day, first.StartsAt, first.CounterId, first.Counter, first.CallNumber,
                [.. rows.OrderBy(row => row.Ordinal).Select(row => new Person(row.ReservationId, row.CardId, row.LastFour, row.RecipientKind, row.State, row.Pick, row.Kind))])
            : null;
    }
}
