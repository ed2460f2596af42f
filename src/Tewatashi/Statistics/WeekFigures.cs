namespace Tewatashi.Statistics;

/// <summary>What became of one counter's bookings in one week; counted in persons, not in visits.</summary>
/// <param name="Monday">The week's first day. The period may begin or end inside it.</param>
/// <param name="Coming">予約済, 来庁済 and 要日時変更: not decided yet.</param>
/// <param name="BoothMinutes">Minutes the booths were open, all booths together.</param>
/// <param name="TakenMinutes">Minutes of them that visits took; those given back are not counted.</param>
/// <param name="Waited">From check-in to the first call; null where nobody was called.</param>
public sealed record WeekFigures(
    DateOnly Monday, string Counter, int Completed, int NotHandedOver, int NoShow, int Cancelled, int Coming, int BoothMinutes, int TakenMinutes, WaitMinutes? Waited)
{
    /// <summary>In whole percent; null where the counter was closed.</summary>
    public int? TakenPercent => BoothMinutes == 0 ? null : TakenMinutes * 100 / BoothMinutes;

    /// <summary>未来庁 of those whose visit is decided and not cancelled, in whole percent; null where there are none.</summary>
    public int? NoShowPercent => Completed + NotHandedOver + NoShow is > 0 and var decided ? NoShow * 100 / decided : null;
}
