using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Statistics;

/// <summary>申請受付: how many applications of its residents the nation reported for one day. Typed in by the office: nothing here sees an application.</summary>
public sealed class ApplicationCount : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }
    public required DateOnly Day { get; init; }

    /// <summary>0 or more.</summary>
    public required int Count { get; set; }
}
