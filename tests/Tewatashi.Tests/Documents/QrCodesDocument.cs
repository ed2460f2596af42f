using Tewatashi.Municipalities;
using Tewatashi.Notices;
using Tewatashi.Storage;
using Tewatashi.Text;

namespace Tewatashi.Tests.Documents;

/// <summary>What our QR codes hold.</summary>
internal static class QrCodesDocument
{
    private static readonly string Number = Enumerable.Range(0, 10).Select(last => $"123456789{last}").First(digits => CheckDigit.Fits(digits));

    private static readonly MunicipalitySettings Settings = new() { Municipality = MunicipalityCode.Parse("990001"), ResidentUrl = "https://yoyaku.example.jp" };

    public static string Write() =>
        $"""
        # QR codes

        A card itself is never scanned. Hyphens, width and case do not matter; a scanner may end with Enter or Tab. A scan that holds a 個人番号 is dropped
        unlogged, with 「{ScanCode.ReadTheSleeve}」.

        | on | holds | example |
        | --- | --- | --- |
        | 管理ラベル of a card's sleeve | 製造管理番号 | `{ScanCode.OfCard("MIH000001")}` |
        | label of a storage place | its path | `{ScanCode.OfLocation("H-V1-01-01")}` |
        | 移送票 of a parcel between offices | 移送便番号, P and seven digits | `{ScanCode.OfParcel("P1234560")}` |
        | print of a booking | 予約番号, ten digits with check digit | `{ScanCode.OfReservation(Number)}` |
        | 受付番号 given to the desk | 受付番号, ten digits with check digit | `{ScanCode.OfReception(Number)}` |
        | notice to the resident | the address of the resident face with the 受付番号 in it; never the password | `{NoticeUrl.For(Settings, Settings.Municipality, ReceptionNumber.Parse(Number))}` |

        """.ReplaceLineEndings("\n");
}
