using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Cards;

/// <summary>
/// A 個人番号カード on its way from the maker to the applicant. Holds nothing that tells who the applicant is; that lies in
/// <see cref="Applicant"/>, apart and encrypted.
/// </summary>
public sealed class Card : IMunicipalityOwned, IVersioned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public int Version { get; set; }

    /// <summary>製造管理番号: unique in the municipality, key of everything; never in a URL.</summary>
    public required SerialNumber SerialNumber { get; init; }

    /// <summary>Null for a card without a file (特急発行) on whose papers none stood.</summary>
    public required DispatchNumber? DispatchNumber { get; init; }

    /// <summary>The delivery it came with; null for a card taken over from a former stock.</summary>
    public Guid? ShipmentId { get; init; }

    /// <summary>Null for a card that was typed in by hand (特急発行).</summary>
    public required Guid? ImportId { get; init; }

    /// <summary>Its line in the file, or the order of typing: papers are printed in this order.</summary>
    public required int Ordinal { get; init; }

    /// <summary>交付窓口 as the file named it, whether or not such a counter exists yet.</summary>
    public CounterCode? CounterCode { get; set; }

    public CardRoute Route { get; set; }

    /// <summary>A last day of this card alone (在留期間の満了), inclusive; null: the notice's deadline counts.</summary>
    public DateOnly? LastDayOn { get; set; }

    public required CardProgress Progress { get; set; }
    public Suspension? Suspension { get; set; }

    /// <summary>Since when; null while it is not suspended, and where nobody wrote it down.</summary>
    public DateTimeOffset? SuspendedAt { get; set; }

    /// <summary>要追記: does not stop the card, adds minutes and a line to the checklist.</summary>
    public bool AmendmentNeeded { get; set; }

    public required PlaceKind PlaceKind { get; set; }
    public Guid? LocationId { get; set; }
    public Guid? TrayCounterId { get; set; }
    public required DateTimeOffset PlacedAt { get; set; }

    /// <summary>A keyed digest of the imported row, by which an unchanged row is recognised.</summary>
    public required byte[] Fingerprint { get; init; }

    public required DateTimeOffset AddedAt { get; init; }
    public DateTimeOffset? ReceivedAt { get; set; }
    public DateTimeOffset? InspectedAt { get; set; }
    public DateTimeOffset? PreparedAt { get; set; }
    /// <summary>暗証番号設定 of the mail route; null before, and again once it is for the counter.</summary>
    public DateTimeOffset? PinSetAt { get; set; }

    public DateTimeOffset? HandedOverAt { get; set; }

    public Place Place => new(PlaceKind, LocationId, TrayCounterId);
}
