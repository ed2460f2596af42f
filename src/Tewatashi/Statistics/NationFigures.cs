namespace Tewatashi.Statistics;

/// <summary>The four counters that the nation asks for.</summary>
/// <param name="Applications">申請受付, typed in; null for a day that nobody typed in.</param>
/// <param name="Announced">発送: cards on the maker's lists, by the day the list was taken in. What was taken over from a former stock counts in the total alone.</param>
/// <param name="Prepared">交付前設定済.</param>
/// <param name="HandedOver">交付済.</param>
public sealed record NationFigures(int? Applications, int Announced, int Prepared, int HandedOver);
