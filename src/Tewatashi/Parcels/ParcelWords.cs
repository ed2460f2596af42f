namespace Tewatashi.Parcels;

/// <summary>What the office calls the states of a parcel and its cards.</summary>
public static class ParcelWords
{
    public static string Name(this ParcelState state) => state switch
    {
        ParcelState.Packing => "梱包中",
        ParcelState.OnTheWay => "移送中",
        ParcelState.Received => "受取中",
        ParcelState.Closed => "完了",
        ParcelState.GivenUp => "取りやめ",
    };

    public static string Name(this ParcelLineState state) => state switch
    {
        ParcelLineState.Packed => "便の中",
        ParcelLineState.Unpacked => "送る前に出した",
        ParcelLineState.Arrived => "届いた",
        ParcelLineState.Missing => "不足",
        ParcelLineState.Extra => "余り",
    };
}
