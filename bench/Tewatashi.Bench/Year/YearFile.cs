using System.Globalization;
using System.Text;
using Tewatashi.Cards;
using Tewatashi.Storage;

namespace Tewatashi.Bench.Year;

/// <summary>The files of the year, CP932: the stock at its beginning, and each delivery.</summary>
internal static class YearFile
{
    private static readonly Encoding Cp932 = CodePagesEncodingProvider.Instance.GetEncoding(932)!; // the provider has it

    /// <param name="boxOf">Where the card with a number lies.</param>
    /// <param name="notifiedOn">Seven of ten were told before.</param>
    public static byte[] Stock(int cards, Func<int, LocationPath> boxOf, DateOnly notifiedOn) => Cp932.GetBytes(
        "製造管理番号,申請書ID,カナ氏名,生年月日,発送番号,保管場所,通知日\r\n"
        + string.Concat(Enumerable.Range(0, cards).Select(number => $"{Items(number)},{boxOf(number).Value},{(number % 10 < 7 ? notifiedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "")}\r\n")));

    public static byte[] Delivery(int first, int cards) => Cp932.GetBytes(
        "製造管理番号,申請書ID,カナ氏名,生年月日,発送番号\r\n" + string.Concat(Enumerable.Range(first, cards).Select(number => $"{Items(number)}\r\n")));

    /// <summary>What stands on the card and on its owner's papers.</summary>
    public static Birthday BirthdayOf(SerialNumber serial) => Birthday.Parse($"0000-{DayOf(int.Parse(serial.Value[3..], CultureInfo.InvariantCulture))}");

    private static string Items(int number) => string.Create(CultureInfo.InvariantCulture,
        $"{CardFile.SerialOf(number)},{9_000_000_000_000 + number:D23},{CardFile.NameOf(number)},{1940 + (number % 70)}-{DayOf(number % 1_000_000)},Y{number / 2000:D6}");

    private static string DayOf(int digits) => FormattableString.Invariant($"{(digits % 12) + 1:D2}-{(digits % 28) + 1:D2}");
}
