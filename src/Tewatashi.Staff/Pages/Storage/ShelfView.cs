using Tewatashi.Counting;

namespace Tewatashi.Staff.Pages.Storage;

/// <summary>A shelf drawn box by box.</summary>
/// <param name="Here">The box to put the hand in; null where none is meant.</param>
public sealed record ShelfView(VaultPicture.Shelf Shelf, Guid? Here = null)
{
    /// <summary>What the eye should stop at, in words that also stand without the picture.</summary>
    public static IReadOnlyList<string> MarksOf(VaultPicture.Box box) =>
    [
        .. new (bool Applies, string Word)[]
        {
            (box.Positions > 0, $"位置{box.Positions}"), (box.Retired, "使用停止"), (box.IsFull && !box.Retired, "満杯"), (box.CountOverdue, "棚卸期限切れ"), (box.PastDeadline > 0, $"期限切れ{box.PastDeadline}枚"),
        }.Where(mark => mark.Applies).Select(mark => mark.Word),
    ];

    /// <summary>The last part of the path, as it stands on the label.</summary>
    public static string NumberOf(VaultPicture.Box box) => box.Path[(box.Path.LastIndexOf('-') + 1)..];
}
