namespace Tewatashi.HandOver.Boards;

/// <summary>Today at every counter, as one look at the database found it.</summary>
/// <param name="Lines">In the order in which they are to be called, or come.</param>
/// <param name="Watchers">Staff who may look at it at this moment.</param>
public sealed record BoardView(DateOnly Day, DateTimeOffset At, IReadOnlyList<DayCounter> Counters, IReadOnlyList<BoardLine> Lines, IReadOnlySet<Guid> Watchers)
{
    /// <param name="counterId">Null: every counter.</param>
    public IReadOnlyList<BoardLine> Of(BoardState state, Guid? counterId) => [.. Lines.Where(line => line.State == state && (counterId is null || line.CounterId == counterId))];

    /// <summary>Minutes from check-in to call, the middle of today's; null where nobody was called yet.</summary>
    /// <param name="counterId">Null: every counter.</param>
    public int? MedianMinutes(Guid? counterId)
    {
        var minutes = Lines.Where(line => line.CalledAt is not null && (counterId is null || line.CounterId == counterId))
            .Select(line => line.MinutesWaited(At)).OfType<int>().Order().ToList();
        return minutes.Count == 0 ? null : (minutes[(minutes.Count - 1) / 2] + minutes[minutes.Count / 2]) / 2;
    }
}
