namespace Tewatashi.HandOver.PinForms;

/// <summary>What the office calls the parts of a form's custody.</summary>
public static class PinFormWords
{
    public static string Name(this PinFormState state) => state switch
    {
        PinFormState.Sealed => "封をして保管中",
        PinFormState.TakenOut => "取り出し中",
        PinFormState.Returned => "本人に返した",
        PinFormState.Destroyed => "裁断した",
    };

    public static string Name(this PinFormStep step) => step switch
    {
        PinFormStep.Receive => "預かって封をした",
        PinFormStep.TakeOut => "取り出す",
        PinFormStep.SealAgain => "封をして戻す",
        PinFormStep.Return => "本人に返した",
        PinFormStep.Destroy => "裁断した",
    };

    public static string Name(this PinFormReason reason) => reason switch
    {
        PinFormReason.NationalSystemDown => "全国システム停止",
        PinFormReason.PersonLeft => "本人が待たずに帰った",
    };
}
