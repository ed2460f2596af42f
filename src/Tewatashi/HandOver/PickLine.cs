using Tewatashi.Municipalities;

namespace Tewatashi.HandOver;

/// <summary>One card of a pick list: no name, so that the paper may be left lying.</summary>
/// <param name="Path">Code of the storage place; null where it is in none.</param>
/// <param name="LastFour">The last four digits of its 製造管理番号.</param>
public sealed record PickLine(
    Guid CardId, string? Path, string LastFour, TimeOnly StartsAt, RecipientKind RecipientKind, string Counter, bool AmendmentNeeded, PickState State)
{
    /// <summary>Somebody has looked into the register for it: 異動なし確認.</summary>
    public bool Unmoved { get; init; }

    /// <summary>Of a row that has a card.</summary>
    internal static PickLine Of(DayRow row) =>
        new(row.CardId ?? throw new InvalidOperationException("Nothing is picked for a kind without a card."), row.LocationPath, row.LastFour, row.StartsAt, row.RecipientKind, row.Counter, row.AmendmentNeeded ?? false, row.Pick);
}
