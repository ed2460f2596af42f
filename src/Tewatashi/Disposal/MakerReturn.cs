using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Disposal;

/// <summary>J-LISへ返送: a defective card went back to its maker, and two people stood for it.</summary>
public sealed class MakerReturn : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid CardId { get; init; }
    public required MakerReturnReason Reason { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid StaffMemberId { get; init; }

    /// <summary>Never the one who sent it.</summary>
    public required Guid SecondId { get; init; }
}
