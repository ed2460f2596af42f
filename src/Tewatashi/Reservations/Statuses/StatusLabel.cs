using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Reservations.Statuses;

/// <summary>What a municipality calls a 処理状況 instead of the standard word; no row: the standard one. In Japanese alone.</summary>
public sealed class StatusLabel : IMunicipalityOwned
{
    public const int Longest = 20;

    public required MunicipalityCode Municipality { get; init; }
    public required CardStatus Status { get; init; }
    public required string Label { get; set; }
}
