namespace Tewatashi.HandOver.PinForms;

/// <summary>A movement of a 暗証番号設定依頼書 into or out of custody.</summary>
public enum PinFormStep
{
    /// <summary>預かって封をした.</summary>
    Receive,

    /// <summary>取り出した.</summary>
    TakeOut,

    /// <summary>封をし直した.</summary>
    SealAgain,

    /// <summary>本人に返した.</summary>
    Return,

    /// <summary>裁断した, before a second person.</summary>
    Destroy,
}
