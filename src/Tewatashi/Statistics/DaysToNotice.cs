namespace Tewatashi.Statistics;

/// <summary>到着から発送まで: days from a card's arrival to the day its first notice was sent.</summary>
/// <param name="Cards">How many notices it speaks of.</param>
/// <param name="Median">Half of them were sent within so many days.</param>
/// <param name="NineOfTen">Nine of ten were.</param>
public sealed record DaysToNotice(int Cards, int Median, int NineOfTen)
{
    /// <returns>Null where no notice was sent.</returns>
    public static DaysToNotice? Of(IEnumerable<int> days)
    {
        var sorted = days.Order().ToArray();
        return sorted.Length == 0 ? null : new DaysToNotice(sorted.Length, At(50), At(90));

        int At(int percent) => sorted[((sorted.Length * percent) + 99) / 100 - 1];
    }
}
