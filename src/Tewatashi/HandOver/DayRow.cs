using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;

namespace Tewatashi.HandOver;

/// <summary>A reservation of a day with what decides about its card. Tells nothing of who the applicant is.</summary>
internal sealed record DayRow
{
    public required Guid ReservationId { get; init; }
    public required Guid VisitId { get; init; }
    public required Guid? CardId { get; init; }
    public required SerialNumber? SerialNumber { get; init; }
    public required ReservationNumber Number { get; init; }
    public required Guid CounterId { get; init; }
    public required string Counter { get; init; }
    public required string BuildingPath { get; init; }
    public required DateOnly Day { get; init; }
    public required TimeOnly StartsAt { get; init; }
    public required int Ordinal { get; init; }
    public required RecipientKind RecipientKind { get; init; }
    public required ReservationState State { get; init; }
    public required string? EndReason { get; init; }
    public required Channel Channel { get; init; }
    public required DateTimeOffset? CheckedInAt { get; init; }
    public required string? CallNumber { get; init; }
    public required CardProgress? Progress { get; init; }
    public required Suspension? Suspension { get; init; }
    public required bool? AmendmentNeeded { get; init; }
    public required PlaceKind? PlaceKind { get; init; }
    public required Guid? TrayCounterId { get; init; }
    public required string? LocationPath { get; init; }


    /// <summary>The name of the kind of booking; null: 受取.</summary>
    public required string? Kind { get; init; }

    /// <summary>The last four digits of the card's 製造管理番号; empty where no card is needed.</summary>
    public string LastFour => SerialNumber?.LastFour ?? "";

    public PickState Pick => Progress is { } progress && PlaceKind is { } place
        ? PickStates.Of(progress, Suspension, place, TrayCounterId, LocationPath, CounterId, BuildingPath)
        : PickState.NoCard;

    /// <summary>The reservations of these visits that were ever booked and not called off.</summary>
    public static IQueryable<DayRow> Of(TewatashiContext context, IQueryable<Visit> visits) =>
        from visit in visits
        join reservation in context.Reservations on visit.Id equals reservation.VisitId
        where reservation.State != ReservationState.Held && reservation.State != ReservationState.Lapsed && reservation.State != ReservationState.Cancelled
        join counter in context.Counters on visit.CounterId equals counter.Id
        join building in context.Locations on visit.BuildingId equals building.Id
        from card in context.Cards.Where(row => row.Id == reservation.CardId).DefaultIfEmpty()
        from kind in context.BookingKinds.Where(row => row.Id == reservation.KindId).DefaultIfEmpty()
        from location in context.Locations.Where(row => row.Id == card!.LocationId).DefaultIfEmpty()
        select new DayRow
        {
            ReservationId = reservation.Id,
            VisitId = visit.Id,
            CardId = reservation.CardId,
            SerialNumber = card!.SerialNumber, // null where no card is needed, as all of it
            Number = visit.ReservationNumber,
            CounterId = visit.CounterId,
            Counter = counter.Name,
            BuildingPath = building.Path,
            Day = visit.Day,
            StartsAt = visit.StartsAt,
            Ordinal = reservation.Ordinal,
            RecipientKind = reservation.RecipientKind,
            State = reservation.State,
            EndReason = reservation.EndReason,
            Channel = visit.Channel,
            CheckedInAt = visit.CheckedInAt,
            CallNumber = visit.CallNumber,
            Progress = (CardProgress?)card!.Progress,
            Suspension = (Suspension?)card!.Suspension,
            AmendmentNeeded = (bool?)card!.AmendmentNeeded,
            PlaceKind = (PlaceKind?)card!.PlaceKind,
            TrayCounterId = (Guid?)card!.TrayCounterId,
            Kind = kind!.Name,
            LocationPath = location!.Path, // null where it is stored nowhere
        };

    public static Task<List<DayRow>> OfDayAsync(TewatashiContext context, DateOnly day, Guid? counterId, CancellationToken cancellationToken) =>
        Of(context, context.Visits.Where(row => row.Day == day && (counterId == null || row.CounterId == counterId))).AsNoTracking().ToListAsync(cancellationToken);
}
