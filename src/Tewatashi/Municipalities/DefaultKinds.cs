using Tewatashi.Data;

namespace Tewatashi.Municipalities;

/// <summary>The kinds of booking a municipality begins with: defined, and off.</summary>
internal static class DefaultKinds
{
    private static readonly (string Name, int Minutes, string Bring)[] All =
    [
        ("申請", 20, "本人確認書類\n交付申請書(お持ちの方)"),
        ("電子証明書更新", 15, "マイナンバーカード\n有効期限のお知らせ(お持ちの方)"),
        ("暗証番号再設定", 15, "マイナンバーカード\n本人確認書類"),
        ("返納", 10, "マイナンバーカード\n本人確認書類"),
    ];

    public static IEnumerable<BookingKind> Of(MunicipalityCode municipality) => All.Select((kind, index) => new BookingKind
    {
        Municipality = municipality,
        Id = Ids.New(),
        Name = kind.Name,
        Position = index + 1,
        Minutes = kind.Minutes,
        OnPhone = true,
        AtCounter = true,
        Bring = kind.Bring,
    });
}
