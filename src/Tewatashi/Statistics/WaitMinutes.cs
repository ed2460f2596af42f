namespace Tewatashi.Statistics;

/// <summary>待ち時間: whole minutes from the check-in of a visit to its first call.</summary>
/// <param name="Visits">How many visits it speaks of; those that nobody called are not among them.</param>
/// <param name="Median">Half of them waited so long at most.</param>
/// <param name="NineOfTen">Nine of ten did.</param>
public sealed record WaitMinutes(int Visits, int Median, int NineOfTen)
{
    /// <returns>Null where nobody was called.</returns>
    public static WaitMinutes? Of(IEnumerable<int> minutes)
    {
        var sorted = minutes.Order().ToArray();
        return sorted.Length == 0 ? null : new WaitMinutes(sorted.Length, At(50), At(90));

        int At(int percent) => sorted[((sorted.Length * percent) + 99) / 100 - 1];
    }
}
