using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.HandOver.PinForms;

/// <summary>One way of a form into, out of or back into custody, and who did it.</summary>
public sealed class PinFormMove : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public required Guid FormId { get; init; }
    public required PinFormStep Step { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid StaffMemberId { get; init; }

    /// <summary>Who watched it being shredded; null for every other step.</summary>
    public Guid? SecondId { get; init; }
}
