namespace Tewatashi.HandOver.PinForms;

/// <summary>Where a 暗証番号設定依頼書 is.</summary>
public enum PinFormState
{
    /// <summary>封をして保管中.</summary>
    Sealed,

    /// <summary>取り出し中: in somebody's hands at the national terminal.</summary>
    TakenOut,

    /// <summary>本人に返した.</summary>
    Returned,

    /// <summary>裁断した.</summary>
    Destroyed,
}
