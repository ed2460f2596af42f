using Tewatashi.Data;

namespace Tewatashi.Municipalities;

/// <summary>
/// 予約の用件 besides 受取: 申請, 電子証明書更新, 暗証番号再設定, 返納 and the municipality's own. Off until the number of the decision that allows it
/// is entered. 受取 itself is no row: it is always on, and its minutes are rules of the municipality.
/// </summary>
public sealed class BookingKind : IMunicipalityOwned, IVersioned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public int Version { get; set; }
    public required string Name { get; set; }

    /// <summary>Order on the pages, lowest first.</summary>
    public required int Position { get; set; }

    /// <summary>Minutes of one person.</summary>
    public required int Minutes { get; set; }

    /// <summary>Whether it is about a card in our custody: then it is booked with its notice or the proof for it, and goes through the gate.</summary>
    public bool NeedsCard { get; set; }

    public bool OnWeb { get; set; }
    public bool OnPhone { get; set; }
    public bool AtCounter { get; set; }

    /// <summary>Codes of the counters that serve it, joined by a comma; empty: every counter.</summary>
    public string Counters { get; set; } = "";

    /// <summary>What to bring, one thing to a line.</summary>
    public string Bring { get; set; } = "";

    /// <summary>The number of the decision by which it is offered; null: it is off.</summary>
    public string? DecisionNumber { get; set; }

    public bool IsOn => DecisionNumber is not null;

    public bool IsServedAt(CounterCode counter) => Counters.Length == 0 || Counters.Split(',').Contains(counter.Value);

    public IReadOnlyList<string> ThingsToBring => Bring.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
