using System.Globalization;
using Tewatashi.Reservations;

namespace Tewatashi.Staff.Pages.Desk;

/// <summary>What the desk is told when a seat was not given, and what to do then.</summary>
internal static class SeatMessages
{
    public static string Message(this SeatRefusal refusal) => refusal switch
    {
        SeatRefusal.Full => "この時間は埋まりました。ほかの時間を選んでください。",
        SeatRefusal.NoCounter => "この窓口は使われていません。ほかの窓口を選んでください。",
        SeatRefusal.OutsidePeriod period => $"{period.Earliest.Sentence}{period.Latest.Sentence}",
        SeatRefusal.WrongCount count => string.Create(CultureInfo.InvariantCulture, $"1回の予約は1人から{count.Most}人までで、同じカードは1度だけ入力します。"),
        SeatRefusal.NotBookable card => card.Why.Name() + "。",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
