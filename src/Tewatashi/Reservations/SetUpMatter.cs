namespace Tewatashi.Reservations;

/// <summary>What a municipality sets up before its first bookable day, in the order in which one needs the other.</summary>
public enum SetUpMatter
{
    /// <summary>庁舎と保管場所.</summary>
    Storage,

    /// <summary>交付窓口.</summary>
    Counters,

    /// <summary>開庁時間.</summary>
    Hours,

    /// <summary>予約のルール.</summary>
    Rules,

    /// <summary>連絡先と文章.</summary>
    Contact,

    /// <summary>職員の招待.</summary>
    Colleagues,

    /// <summary>今ある在庫の取り込み.</summary>
    Stock,
}
