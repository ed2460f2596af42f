namespace Tewatashi.Counters;

/// <summary>What is wrong with weekly hours.</summary>
public enum HoursFault
{
    /// <summary>Not one stretch in the whole week.</summary>
    Empty,

    /// <summary>It ends before it begins.</summary>
    EndsFirst,

    /// <summary>Begin or end does not lie on the counter's grid.</summary>
    OffGrid,

    /// <summary>Two stretches of a day overlap.</summary>
    Overlap,

    /// <summary>Booths are not between 1 and 99.</summary>
    Booths,

    /// <summary>The hours would begin before today.</summary>
    Past,
}

public static class HoursFaultNames
{
    public static string Name(this HoursFault fault) => fault switch
    {
        HoursFault.Empty => "開いている時間を1つ以上入力してください",
        HoursFault.EndsFirst => "終了は開始より後の時刻にしてください",
        HoursFault.OffGrid => "開始と終了は窓口の刻み(分)に合わせてください",
        HoursFault.Overlap => "同じ曜日の時間帯が重なっています",
        HoursFault.Booths => "窓口数は1から99で入力してください",
        HoursFault.Past => "適用日は今日以降にしてください",
    };
}
