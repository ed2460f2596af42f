using Tewatashi.Data;

namespace Tewatashi.Municipalities;

/// <summary>One rule that takes another value on a day to come. Of several of a rule, the latest that has begun counts; no job has to run.</summary>
public sealed class PlannedRule : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }

    /// <summary>The first day on which it counts.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>A property of <see cref="Rules"/>.</summary>
    public required string Field { get; init; }

    /// <summary>As machine text.</summary>
    public required string Value { get; set; }
}
