namespace Tewatashi.Reservations;

/// <summary>A time at a counter that somebody is just booking or that is just offered to somebody. Says nothing about whom.</summary>
public sealed record HeldSeat(Guid CounterId, DateOnly Day, TimeOnly StartsAt, int Minutes)
{
    /// <summary>So many minutes from a time on would need what is held.</summary>
    public bool Meets(Guid counterId, DateOnly day, TimeOnly startsAt, int minutes) =>
        CounterId == counterId && Day == day && startsAt.ToTimeSpan() < StartsAt.ToTimeSpan() + TimeSpan.FromMinutes(Minutes) && StartsAt.ToTimeSpan() < startsAt.ToTimeSpan() + TimeSpan.FromMinutes(minutes);
}
