using System.Globalization;
using Tewatashi.Time;

namespace Tewatashi.Reservations;

/// <summary>The earliest or the latest day of a visit, inclusive, with the one reason that decides.</summary>
/// <param name="BusinessDays">開庁日 that the reason takes; 0 where it is not counted in them.</param>
/// <param name="Before">Of a closed counter: the limit that would count if it were open.</param>
/// <param name="Closed">Of a closed counter: the holiday or closure; null where it simply has no hours on those days.</param>
public sealed record DayLimit(DateOnly On, DayReason Reason, int BusinessDays = 0, DayLimit? Before = null, string? Closed = null)
{
    /// <summary>For staff: the reason and the day in one sentence, to be read out as it stands.</summary>
    public string Sentence => Reason switch
    {
        DayReason.ChannelLead when BusinessDays == 0 => $"この窓口では{Day}からです。",
        DayReason.ChannelLead => string.Create(CultureInfo.InvariantCulture, $"準備に{BusinessDays}開庁日かかるため、この窓口では{Day}からです。"),
        DayReason.Transfer => string.Create(CultureInfo.InvariantCulture, $"カードの移送に{BusinessDays}開庁日かかるため、この窓口では{Day}からです。"),
        DayReason.TakenOut => $"カードを持ち出していて、戻るのを待つため、この窓口では{Day}からです。",
        DayReason.CounterClosed when Closed is not null && Before is not null => $"{JapaneseDate.Brief(Before.On)}は窓口が休み({Closed})のため、この窓口では{Day}からです。",
        DayReason.CounterClosed => $"その前の日は窓口が開いていないため、この窓口では{Day}からです。",
        DayReason.Horizon => $"予約できるのは{Day}までです。",
        DayReason.Deadline => $"カードの受け取り期限のため、予約できるのは{Day}までです。",
    };

    private string Day => JapaneseDate.Brief(On);
}
