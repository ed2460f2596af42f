using Tewatashi.Storage;

namespace Tewatashi.Counting;

/// <summary>A vault or a part of it for the eye: its shelves in walking order, on each its boxes; a divided box comes once among them, and once for itself with its positions.</summary>
public sealed record VaultPicture(LocationWords Place, IReadOnlyList<VaultPicture.Shelf> Shelves)
{
    public sealed record Shelf(LocationWords Place, IReadOnlyList<Box> Boxes);

    /// <param name="CountedOn">Null: never.</param>
    /// <param name="CountOverdue">Cards lie in it longer than the rule allows without a count.</param>
    /// <param name="NearestDeadline">The first 交付期限 of its cards that has not passed; null where there is none.</param>
    /// <param name="PastDeadline">Cards in it whose 交付期限 has passed.</param>
    public sealed record Box(Guid Id, string Path, string Name, int Cards, int Capacity, bool Retired, DateOnly? CountedOn, bool CountOverdue, DateOnly? NearestDeadline, int PastDeadline)
    {
        /// <summary>Of a divided box, how many positions in use it has: its numbers are theirs together. 0 for a box or position in which cards lie.</summary>
        public int Positions { get; init; }

        public int Free => Math.Max(0, Capacity - Cards);

        public bool IsFull => Cards >= Capacity;

        /// <summary>In tenths, rounded up: one card is seen, and only a full box looks full.</summary>
        public int Tenths => Cards == 0 ? 0 : IsFull ? 10 : Math.Clamp((Cards * 10 / Math.Max(1, Capacity)) + 1, 1, 9);
    }
}
