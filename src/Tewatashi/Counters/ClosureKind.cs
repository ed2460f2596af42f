namespace Tewatashi.Counters;

/// <summary>Who decided that a day is closed.</summary>
public enum ClosureKind
{
    /// <summary>The municipality itself.</summary>
    Office,

    /// <summary>全国システムの保守: nothing can be handed over anywhere in the country.</summary>
    National,
}
