using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Reservations;

/// <summary>
/// One coming to the counter at one time under one 予約番号: the share of the grid that it takes. Who comes for which card is in
/// its <see cref="Reservation"/> rows, one for each card.
/// </summary>
public sealed class Visit : IMunicipalityOwned, IVersioned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public int Version { get; set; }
    public required ReservationNumber ReservationNumber { get; init; }
    public required Guid CounterId { get; set; }

    /// <summary>The office whose total the visit counts in.</summary>
    public required Guid BuildingId { get; set; }

    public required DateOnly Day { get; set; }
    public required TimeOnly StartsAt { get; set; }

    /// <summary>All persons together, a multiple of the counter's grid.</summary>
    public required int Minutes { get; set; }

    /// <summary>Length of the cells taken; the counter's grid when the seat was taken.</summary>
    public required int GridMinutes { get; set; }

    /// <summary>How its present seat was booked: a change moves it to the channel of the change.</summary>
    public required Channel Channel { get; set; }
    public required SeatState Seat { get; set; }

    /// <summary>When the hold lapses; null once booked.</summary>
    public DateTimeOffset? HoldExpiresAt { get; set; }

    /// <summary>Keyed token of the mail address by which it was booked without a notice; null where a card or the telephone stands for it.</summary>
    public byte[]? OwnerToken { get; init; }

    public int HoldExtensions { get; set; }

    /// <summary>The offer for which the seat is or was held; null for every other visit. Such a hold has no reservations.</summary>
    public Guid? OfferId { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? BookedAt { get; set; }
    public DateTimeOffset? CheckedInAt { get; set; }

    /// <summary>When they were called to the booth for the first time; null before, and where nobody called.</summary>
    public DateTimeOffset? CalledAt { get; set; }

    /// <summary>When the office closed its place (要日時変更); null where it has one.</summary>
    public DateTimeOffset? LostAt { get; set; }

    /// <summary>Until when, not included, it may be rebooked with priority; null where it has its place.</summary>
    public DateTimeOffset? PriorityUntil { get; set; }

    /// <summary>呼出番号 of the office's ticket machine; null where none was given.</summary>
    public string? CallNumber { get; set; }

    /// <summary>It lost its place, and may still choose before others.</summary>
    public bool HasPriority(DateTimeOffset now) => PriorityUntil is { } until && now < until;

    /// <summary>The last minute of the visit, not included.</summary>
    public TimeOnly EndsAt => StartsAt.AddMinutes(Minutes);

    /// <summary>What it takes of the grid, or took while it was live.</summary>
    internal SeatSpan Span => new(CounterId, BuildingId, Day, StartsAt, Minutes, GridMinutes, Channel == Channel.Web);
}
