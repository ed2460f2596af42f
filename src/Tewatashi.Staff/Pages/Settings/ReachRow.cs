using Tewatashi.Reservations;
using Tewatashi.Time;

namespace Tewatashi.Staff.Pages.Settings;

/// <summary>A figure of what the rules open, before and after a change of them.</summary>
public sealed record ReachRow(string Label, string Before, string After)
{
    /// <summary>Only what differs.</summary>
    public static IReadOnlyList<ReachRow> Changed(RulesReach before, RulesReach after) =>
        [.. All(before).Zip(All(after), (row, changed) => new ReachRow(row.Label, row.Value, changed.Value)).Where(row => row.Before != row.After)];

    private static (string Label, string Value)[] All(RulesReach reach) =>
    [
        ("インターネットで予約できる最初の日", JapaneseDate.Brief(reach.WebFrom)),
        ("電話で予約できる最初の日", JapaneseDate.Brief(reach.PhoneFrom)),
        ("予約できる最後の日", JapaneseDate.Brief(reach.LatestOn)),
        ("別の庁舎のカードを予約できる最初の日", JapaneseDate.Brief(reach.BroughtOverOn)),
        ($"{RulesReach.Weeks}週間にインターネットで取れる枠(1人の予約、埋まった枠も数えて)", $"{reach.WebPlaces}"),
        ($"{RulesReach.Weeks}週間に電話で取れる枠(1人の予約、埋まった枠も数えて)", $"{reach.PhonePlaces}"),
    ];
}
