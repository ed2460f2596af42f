using Tewatashi.Reservations.Outages;

namespace Tewatashi.Staff.Pages.Outages;

/// <summary>How an outage is told.</summary>
internal static class OutageWords
{
    public static string Where(OutageView view) => view.Counters.Count == 0 ? "すべての窓口" : string.Join("、", view.Counters);

    /// <summary>In brackets, by the way in which they came; nothing where nobody did.</summary>
    public static string InVain(OutageView view) => view.AllInVain == 0
        ? ""
        : $"({string.Join("、", view.InVain.OrderBy(way => way.Key).Select(way => $"{Name(way.Key)}{way.Value}人"))})";

    private static string Name(TurnedAwayWay way) => way switch
    {
        TurnedAwayWay.PlaceLost => "予約の枠が閉じた方",
        TurnedAwayWay.SentHome => "受付したあとの方",
        TurnedAwayWay.WithoutBooking => "予約なしの方",
    };
}
