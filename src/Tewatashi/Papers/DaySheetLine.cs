namespace Tewatashi.Papers;

/// <summary>A line of the 当日控え: no name, so that the paper may lie at the counter.</summary>
/// <param name="Time">As booked, for example <c>10:15</c>.</param>
/// <param name="Number">予約番号, grouped.</param>
/// <param name="Place">Where the card lies; what they come for where no card is needed.</param>
/// <param name="LastFour">The last four digits of its 製造管理番号; empty without a card.</param>
public sealed record DaySheetLine(string Time, string Number, string Place, string LastFour);
