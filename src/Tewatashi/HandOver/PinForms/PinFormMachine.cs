using Tewatashi.Lifecycle;
using Tewatashi.Staff;

namespace Tewatashi.HandOver.PinForms;

/// <summary>暗証番号設定依頼書: the ways of a form in custody. It begins sealed; nobody ever types what stands on it.</summary>
public static class PinFormMachine
{
    public static readonly Machine<PinFormState, PinFormStep> Forms = new("暗証番号設定依頼書",
    [
        new(PinFormState.Sealed, PinFormStep.TakeOut, PinFormState.TakenOut, WhoMay: Permission.HandOver),
        new(PinFormState.TakenOut, PinFormStep.SealAgain, PinFormState.Sealed, WhoMay: Permission.HandOver),
        new(PinFormState.Sealed, PinFormStep.Return, PinFormState.Returned, WhoMay: Permission.HandOver),
        new(PinFormState.TakenOut, PinFormStep.Return, PinFormState.Returned, WhoMay: Permission.HandOver),
        new(PinFormState.Sealed, PinFormStep.Destroy, PinFormState.Destroyed, "二人目の確認", Permission.HandOver),
        new(PinFormState.TakenOut, PinFormStep.Destroy, PinFormState.Destroyed, "二人目の確認", Permission.HandOver),
    ]);
}
