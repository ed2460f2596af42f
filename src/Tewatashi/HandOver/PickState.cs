using Tewatashi.Cards;

namespace Tewatashi.HandOver;

/// <summary>Whether the card of a visit lies ready in the tray of its counter, can be fetched, or why it can not.</summary>
public enum PickState
{
    /// <summary>On a shelf of the counter's own office.</summary>
    ToPick,

    /// <summary>In the tray of the counter.</summary>
    Picked,

    /// <summary>保留.</summary>
    Suspended,

    /// <summary>所在不明.</summary>
    Missing,

    /// <summary>交付前設定 is not done.</summary>
    NotPrepared,

    /// <summary>It lies in no storage place yet.</summary>
    NotStored,

    /// <summary>On a shelf of another office.</summary>
    OtherOffice,

    /// <summary>In the tray of another counter.</summary>
    OtherTray,

    /// <summary>移送中 or 持出し中.</summary>
    OnTheWay,

    /// <summary>Handed over, disposed of, or otherwise no longer ours.</summary>
    Gone,

    /// <summary>The kind of booking needs none.</summary>
    NoCard,
}

public static class PickStates
{
    /// <param name="trayCounterId">In whose tray it lies; null where it lies in none.</param>
    /// <param name="locationPath">Where it is stored; null where it is not.</param>
    /// <param name="counterId">The counter of the visit.</param>
    /// <param name="buildingPath">The office of that counter.</param>
    public static PickState Of(
        CardProgress progress, Suspension? suspension, PlaceKind place, Guid? trayCounterId, string? locationPath, Guid counterId, string buildingPath)
    {
        if (progress is CardProgress.HandedOver or CardProgress.Disposed or CardProgress.Lost or CardProgress.ReturnedToMaker or CardProgress.NeverSent) return PickState.Gone;
        if (place == PlaceKind.Missing) return PickState.Missing;
        if (suspension is not null) return PickState.Suspended;
        if (progress != CardProgress.Prepared) return PickState.NotPrepared;
        return place switch
        {
            PlaceKind.None => PickState.NotStored,
            PlaceKind.Storage => IsIn(buildingPath, locationPath) ? PickState.ToPick : PickState.OtherOffice,
            PlaceKind.Tray => trayCounterId == counterId ? PickState.Picked : PickState.OtherTray,
            PlaceKind.Transit or PlaceKind.TakenOut => PickState.OnTheWay,
            PlaceKind.WithResident or PlaceKind.Posted or PlaceKind.Destroyed or PlaceKind.WithMaker => PickState.Gone,
            PlaceKind.Missing => PickState.Missing,
        };
    }

    /// <summary>Whether a place lies in an office, by their paths.</summary>
    public static bool IsIn(string buildingPath, string? locationPath) =>
        locationPath == buildingPath || locationPath?.StartsWith(buildingPath + "-", StringComparison.Ordinal) == true;

    /// <summary>Someone has to do something about it before the visit.</summary>
    public static bool IsProblem(this PickState state) => state is not (PickState.ToPick or PickState.Picked or PickState.NoCard);

    public static string Name(this PickState state) => state switch
    {
        PickState.ToPick => "未抜き出し",
        PickState.Picked => "抜き出し済",
        PickState.Suspended => "保留中",
        PickState.Missing => "所在不明",
        PickState.NotPrepared => "交付前設定が未済",
        PickState.NotStored => "未収納",
        PickState.OtherOffice => "別の庁舎にある",
        PickState.OtherTray => "別の窓口のトレイにある",
        PickState.OnTheWay => "移送中・持出し中",
        PickState.Gone => "交付済など",
        PickState.NoCard => "カード不要",
    };

    /// <summary>What to do about it.</summary>
    public static string Advice(this PickState state) => state switch
    {
        PickState.ToPick or PickState.Picked or PickState.NoCard => "",
        PickState.Suspended => "カードの画面で保留を確かめ、予約した方への連絡を判断してください。",
        PickState.Missing => "「所在不明」の画面で、探す場所を確かめてください。見つかったら、そこで読み取ります。",
        PickState.NotPrepared => "交付前設定を済ませてから抜き出してください。",
        PickState.NotStored => "保管場所に収納してから抜き出してください。",
        PickState.OtherOffice => "来庁までに移送してください。",
        PickState.OtherTray => "そのトレイから再収納して、抜き出し直してください。",
        PickState.OnTheWay => "戻りを確かめてください。",
        PickState.Gone => "この予約が残っている理由を、カードの画面の履歴で確かめてください。",
    };
}
