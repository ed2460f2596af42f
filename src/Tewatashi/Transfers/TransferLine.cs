using Tewatashi.Cards;

namespace Tewatashi.Transfers;

/// <summary>A card that must travel, or has and waits to be picked there. No name.</summary>
/// <param name="OrderId">Null where a booking asks for it; else staff may call it off.</param>
/// <param name="LiesIn">Code of the storage place in which it lies now; null where it lies in none.</param>
/// <param name="LeavesBy">The last day on which it can leave to be there in time, inclusive.</param>
/// <param name="NeededOn">The day of the visit, or that by which staff want it there.</param>
public sealed record TransferLine(
    Guid? OrderId, Guid CardId, SerialNumber SerialNumber, string? LiesIn, string From, string To, DateOnly LeavesBy, DateOnly NeededOn, TransferLine.Stand At)
{
    public enum Stand
    {
        ToSend,

        /// <summary>Its day to leave has passed.</summary>
        Late,

        /// <summary>移送中: in a parcel.</summary>
        OnTheWay,

        /// <summary>It lies in the other office already.</summary>
        There,
    }
}
