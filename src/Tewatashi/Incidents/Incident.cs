using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Incidents;

/// <summary>事故: something that the law wants reported. Coded throughout: no text about anybody. What was done about it stands in its steps.</summary>
public sealed class Incident : IMunicipalityOwned
{
    /// <summary>The unique index on year and number.</summary>
    internal const string Numbered = "ux_incident_number";

    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }

    /// <summary>年度 in which it was written down; its numbers begin with 1.</summary>
    public required int Year { get; init; }

    public required int Number { get; init; }
    public required IncidentKind Kind { get; init; }

    /// <summary>不正の目的のおそれ: done on purpose, perhaps.</summary>
    public required bool Wrongful { get; init; }

    /// <summary>The day on which the office knew: day one of the legal clocks.</summary>
    public required DateOnly KnownOn { get; init; }

    /// <summary>The card it is about; null where it is about none, or about many.</summary>
    public Guid? CardId { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
    public required string RecordedBy { get; init; }

    /// <summary>Who stood for it beside them; null where one was enough.</summary>
    public Guid? SecondId { get; init; }

    /// <summary>As the office quotes it.</summary>
    public string Display => FormattableString.Invariant($"{Year}-{Number:D3}");

    /// <summary>When its reports are due.</summary>
    public IncidentClock Clock => IncidentClock.Of(KnownOn, Wrongful);
}
