using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.HandOver.Terminal;

/// <summary>統合端末の交付済・廃止一覧 of a day, brought in once or several times; also one without a line, which says that there was nothing.</summary>
public sealed class TerminalList : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public required DateOnly Day { get; init; }
    public required int Lines { get; init; }
    public required DateTimeOffset ImportedAt { get; init; }
    public required Guid ImportedBy { get; init; }
}
