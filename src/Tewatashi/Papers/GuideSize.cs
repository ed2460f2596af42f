namespace Tewatashi.Papers;

/// <summary>The two sizes of the A4 guide.</summary>
public enum GuideSize
{
    /// <summary>One page for most texts.</summary>
    Normal,

    /// <summary>No letter of the text below 18 points, for those who see little; two pages or more.</summary>
    Large,
}
