using Tewatashi.Cards;
using Tewatashi.Parcels;
using Tewatashi.Staff.Scans;
using Tewatashi.Storage;
using Tewatashi.Time;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Parcels;

/// <summary>What to say to a card scanned into a parcel or out of it.</summary>
internal static class ParcelScanWords
{
    private const string LayAside = "便に入れないで、別に置いてください。記録しました。";

    public static ScanAnswer Of(PackCard.Outcome outcome, SerialNumber serial) => outcome switch
    {
        PackCard.PackedIn packed => new(Tone.Success, $"便に入れました {serial.Display}", $"この便は {packed.Packed}枚です。"),
        PackCard.AlreadyPacked packed => new(Tone.Info, $"すでにこの便にあります {serial.Display}", $"この便は {packed.Packed}枚です。"),
        PackCard.OtherParcel other => Wrong(serial, $"移送便 {other.Number.Display} に入っているカードです"),
        PackCard.NotPrepared other => Wrong(serial, $"{other.Progress.Name()}のカードです"),
        PackCard.Suspended => Wrong(serial, "保留のカードです"),
        PackCard.Elsewhere other => Wrong(serial, $"{other.Kind.Name()}のカードです"),
        PackCard.LiesInOtherOffice other => Wrong(serial, $"記録では{other.Office}にあるカードです"),
        PackCard.BookedElsewhere booked => Wrong(serial, $"{JapaneseDate.Brief(booked.Day)}に{booked.Office}で受け取る予約があります"),
        PackCard.OrderedElsewhere other => Wrong(serial, $"{other.Office}へ送る指示のカードです"),
        PackCard.NotOrdered => Wrong(serial, "移送の指示がないカードです"),
        PackCard.NotPacking => new(Tone.Error, "この便は梱包中ではありません", "カードを入れられません。"),
        PackCard.UnknownCard or _ => Wrong(serial, "登録のないカードです"),
    };

    public static ScanAnswer Of(UnpackCard.Outcome outcome, SerialNumber serial, LocationPath at) => outcome switch
    {
        UnpackCard.Unpacked unpacked => new(Tone.Success, $"便から出しました {serial.Display} → {at}", $"この便は {unpacked.Packed}枚です。"),
        UnpackCard.NotInParcel => new(Tone.Error, $"この便にないカードです {serial.Display}", "動かしていません。"),
        UnpackCard.NotThere not => NotThere(not.Why, serial, at),
        _ => new(Tone.Error, "この便は梱包中ではありません", "カードを出せません。"),
    };

    public static ScanAnswer Of(ShelveParcelCard.Outcome outcome, SerialNumber serial, LocationPath at) => outcome switch
    {
        ShelveParcelCard.Arrived { BookedAt: { } office } arrived => new(Tone.Warning, $"届きました {serial.Display} → {at}", $"{office}で受け取る予約があります。{office}への移送を指示しました。", Left(arrived)),
        ShelveParcelCard.Arrived { Suspension: { } why } arrived => new(Tone.Warning, $"届きました(保留中) {serial.Display} → {at}", $"保留: {why.Name()}", Left(arrived)),
        ShelveParcelCard.Arrived arrived => new(Tone.Success, $"届きました {serial.Display} → {at}", Left(arrived)),
        ShelveParcelCard.AlreadyArrived arrived => new(Tone.Info, $"すでに読み取りました {serial.Display}", $"残り {arrived.Left}枚"),
        ShelveParcelCard.Extra extra => new(Tone.Error, $"この便のカードではありません {serial.Display}", extra.Known ? "余りとして記録しました。動かしていません。別に置いてください。" : "登録のないカードです。余りとして記録しました。別に置いてください。"),
        ShelveParcelCard.OtherParcel other => new(Tone.Error, $"別の移送便のカードです {serial.Display}", $"移送便 {other.Number.Display} を受け取って、そこで読み取ってください。"),
        ShelveParcelCard.NotThere not => NotThere(not.Why, serial, at),
        ShelveParcelCard.NotReceived or _ => new(Tone.Error, "この便は受取中ではありません", "読み取りは記録していません。"),
    };

    private static string Left(ShelveParcelCard.Arrived arrived) => arrived.Left == 0 ? "これで全部です。「便を終える」を押してください。" : $"残り {arrived.Left}枚";

    private static ScanAnswer Wrong(SerialNumber serial, string why) => new(Tone.Error, $"入れないカードです {serial.Display}", $"{why}。{LayAside}");

    private static ScanAnswer NotThere(ParcelPlace.Refusal why, SerialNumber serial, LocationPath at) => why switch
    {
        ParcelPlace.Refusal.Unknown => new(Tone.Error, "登録のない保管場所です", "ラベルを確かめてください。"),
        ParcelPlace.Refusal.NotForCards => new(Tone.Error, $"カードを入れる場所ではありません {at}", "使用中の箱のラベルを読み取ってください。"),
        ParcelPlace.Refusal.OtherOffice => new(Tone.Error, $"別の庁舎の箱です {at}", $"{serial.Display} は動かしていません。この庁舎の箱のラベルを読み取ってください。"),
        ParcelPlace.Refusal.Full => new(Tone.Error, $"箱 {at} は満杯です", $"{serial.Display} は動かしていません。ほかの箱のラベルを読み取ってください。"),
    };
}
