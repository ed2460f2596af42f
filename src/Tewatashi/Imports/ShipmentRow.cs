using Tewatashi.Cards;
using Tewatashi.Municipalities;

namespace Tewatashi.Imports;

/// <summary>One card as a file announces it, every value checked.</summary>
public sealed record ShipmentRow
{
    /// <summary>The line it begins on, as a text editor counts.</summary>
    public required int Line { get; init; }

    public required SerialNumber SerialNumber { get; init; }

    public required ApplicationId ApplicationId { get; init; }

    /// <summary>Null where the file gives no name (some foreign residents): taken with a warning.</summary>
    public required KanaName? KanaName { get; init; }

    /// <summary>With the year where the file gives one; who stores it drops the year unless the municipality keeps it.</summary>
    public required Birthday Birthday { get; init; }

    /// <summary>Always there in a file; null only for a card typed in by hand.</summary>
    public required DispatchNumber? DispatchNumber { get; init; }

    /// <summary>交付窓口 as the file names it; whether there is such a counter is for the applier to look up. Null: none named.</summary>
    public CounterCode? Counter { get; init; }

    /// <summary>交付期限 of this card alone, inclusive; null: the notice's counts.</summary>
    public DateOnly? Deadline { get; init; }

    public CardRoute Route { get; init; }

    /// <summary>保管場所 as the municipality writes it, after NFKC and trimming; null: none given.</summary>
    public string? Location { get; init; }

    /// <summary>通知日; null: not yet notified.</summary>
    public DateOnly? NotifiedOn { get; init; }

    /// <summary>交付予約日時; null: no reservation.</summary>
    public VisitTime? ReservedFor { get; init; }

    /// <summary>予約番号 of the system before, upper case without hyphens and spaces; null: none.</summary>
    public string? ReservationNumber { get; init; }
}
