using Tewatashi.Reservations;
using Tewatashi.Time;

namespace Tewatashi.HandOver.Boards;

/// <summary>A visit on the board. Names nobody and no card.</summary>
/// <param name="Persons">How many come together.</param>
/// <param name="CheckedInAt">Null while not here.</param>
/// <param name="CalledAt">When they were called; null before.</param>
/// <param name="IsLate">Came, or has still not come, later than the municipality allows.</param>
public sealed record BoardLine(
    Guid VisitId, Guid CounterId, ReservationNumber Number, string? CallNumber, DateOnly Day, TimeOnly StartsAt, int Persons, BoardState State,
    DateTimeOffset? CheckedInAt, DateTimeOffset? CalledAt, bool IsLate)
{
    /// <summary>呼出番号 where they have one, else 予約番号.</summary>
    public string Name => CallNumber ?? Number.Display;

    /// <summary>The instant for which they are booked.</summary>
    public DateTimeOffset BookedAt => JapanTime.InstantOf(Day, StartsAt);

    /// <summary>Minutes from check-in to call, until now where nobody called; null while not here.</summary>
    public int? MinutesWaited(DateTimeOffset now) => CheckedInAt is { } at ? Math.Max(0, (int)((CalledAt ?? now) - at).TotalMinutes) : null;
}
