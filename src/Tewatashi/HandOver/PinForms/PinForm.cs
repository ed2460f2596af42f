using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.HandOver.PinForms;

/// <summary>
/// A 暗証番号設定依頼書 in custody, known by its card alone. Holds no PIN and has no field for one. A card has at most one in custody: a unique
/// index.
/// </summary>
public sealed class PinForm : IMunicipalityOwned, IVersioned
{
    public const string OneInCustody = "ux_pin_form_one_in_custody";

    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public int Version { get; set; }
    public required Guid CardId { get; init; }

    /// <summary>The counter whose safe holds it.</summary>
    public required Guid CounterId { get; init; }

    public required PinFormReason Reason { get; init; }
    public required PinFormState State { get; set; }
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Null while it is in custody.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
