using Tewatashi.Cards;

namespace Tewatashi.Transfers;

/// <summary>A card that must travel, or has and waits to be picked there. No name.</summary>
/// <param name="LiesIn">Code of the storage place in which it lies now; null where it lies in none.</param>
/// <param name="LeavesBy">The last day on which it can leave to be there in time, inclusive.</param>
/// <param name="NeededOn">The day of the visit.</param>
public sealed record TransferLine(
    Guid CardId, SerialNumber SerialNumber, string? LiesIn, string From, string To, DateOnly LeavesBy, DateOnly NeededOn, TransferLine.Stand At)
{
    public enum Stand
    {
        ToSend,

        /// <summary>Its day to leave has passed.</summary>
        Late,

        /// <summary>It lies in the other office already.</summary>
        There,
    }
}
