namespace Tewatashi.Cards;

/// <summary>What kind of place a card is in. One of the four machines.</summary>
public enum PlaceKind
{
    /// <summary>Not in our hands yet, or on the receiving table.</summary>
    None,

    /// <summary>保管場所.</summary>
    Storage,

    /// <summary>窓口の当日トレイ.</summary>
    Tray,

    /// <summary>移送中.</summary>
    Transit,

    /// <summary>持出し中.</summary>
    TakenOut,

    /// <summary>本人へ交付.</summary>
    WithResident,

    /// <summary>郵送.</summary>
    Posted,

    /// <summary>裁断済.</summary>
    Destroyed,

    /// <summary>J-LISへ返送.</summary>
    WithMaker,

    /// <summary>所在不明.</summary>
    Missing,
}
