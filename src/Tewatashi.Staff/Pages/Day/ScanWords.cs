using Tewatashi.Cards;
using Tewatashi.Storage;

namespace Tewatashi.Staff.Pages.Day;

/// <summary>What to say to a scan that is none of what a page waits for.</summary>
internal static class ScanWords
{
    public static (string Heading, string Advice) Of(ScanCode code) => code switch
    {
        ScanCode.IndividualNumberDropped => (ScanCode.ReadTheSleeve, "カードそのものは読み取りません。読み取った内容は記録していません。"),
        ScanCode.Card => ("カードのラベルです", "この画面で求められているコードを読み取ってください。"),
        ScanCode.Location => ("保管場所のラベルです", "この画面で求められているコードを読み取ってください。"),
        ScanCode.Reservation or ScanCode.Reception or ScanCode.EitherNumber => ("予約番号か受付番号です", "この画面では、カードのケースの管理ラベルを読み取ってください。"),
        _ => ("読み取れません", "もう一度読み取るか、番号を入力してください。"),
    };

    public static SerialNumber Serial(ScanCode.Card card) => SerialNumber.Parse(card.Serial);
}
