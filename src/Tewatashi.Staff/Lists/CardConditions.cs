using Tewatashi.Cards;
using Tewatashi.Reservations.Lists;
using Tewatashi.Staff.Scans;

namespace Tewatashi.Staff.Lists;

/// <summary>A filter in the words of its form.</summary>
internal static class CardConditions
{
    public static IReadOnlyList<(string Label, string Value)> Of(CardListFilter filter) =>
    [
        .. new (string Label, string? Value)[]
        {
            ("進捗", filter.Progress?.Name()), ("所在", filter.Place?.Name()), ("保管場所の番地", filter.Inside?.Value), ("交付通知", filter.Notice?.Name()), ("予約", filter.Booking?.Name()),
            ("保留", filter.Suspended is { } suspended ? suspended ? "保留中" : "保留ではない" : null), ("要追記", filter.AmendmentNeeded is { } amendment ? amendment ? "要追記" : "要追記ではない" : null),
            ("交付方式", filter.Route?.Name()), ("発送(J-LIS)", filter.ShipmentId is null ? null : "選んだ発送のカード"),
            ("到着から", filter.DaysInStock is { } days ? $"{days}日以上" : null), ("交付期限", filter.DeadlineBefore is { } day ? $"{Shown.Day(day)}より前" : null),
        }.Where(pair => pair.Value is not null).Select(pair => (pair.Label, pair.Value!)), // nulls are left out
    ];
}
