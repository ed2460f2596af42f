namespace Tewatashi.Disposal;

/// <summary>What is wrong with a card that goes back to its maker.</summary>
public enum MakerReturnReason
{
    /// <summary>券面の不良.</summary>
    FaceDefect,

    /// <summary>ICの不良.</summary>
    ChipDefect,

    /// <summary>記載の誤り.</summary>
    WrongContents,

    /// <summary>破損.</summary>
    Damaged,
}
