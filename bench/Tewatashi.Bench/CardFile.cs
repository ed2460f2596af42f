using System.Globalization;
using System.Text;

namespace Tewatashi.Bench;

/// <summary>A shipment file of any length, CP932, as the maker's system writes it.</summary>
internal static class CardFile
{
    private static readonly string[] Families = ["ミホン", "サンプル", "レイダイ", "カクウ", "ヒナガタ", "テスト", "タメシ", "オテホン", "ナナシ", "カリノ"];
    private static readonly string[] Given = ["タロウ", "ハナコ", "ジロウ", "サクラ", "イチロウ", "ミドリ", "ケン", "ユキ", "ショウタ", "アオイ", "ヒカリ"];

    public static string SerialOf(int number) => string.Create(CultureInfo.InvariantCulture, $"B{(char)('A' + (number / 1_000_000 % 26))}C{number % 1_000_000:D6}");

    public static string NameOf(int number) => $"{Families[number % Families.Length]}　{Given[number / 7 % Given.Length]}";

    /// <summary>Written to a folder; its path.</summary>
    public static string Write(string folder, int rows)
    {
        var path = Path.Combine(folder, FormattableString.Invariant($"cards-{rows}.csv"));
        using var writer = new StreamWriter(path, append: false, CodePagesEncodingProvider.Instance.GetEncoding(932)!); // the provider has it
        writer.Write("製造管理番号,申請書ID,カナ氏名,生年月日,発送番号\r\n");
        for (var i = 0; i < rows; i++)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture,
                $"{SerialOf(i)},{9_000_000_000_000 + i:D23},{NameOf(i)},{1940 + (i % 70)}-{(i % 12) + 1:D2}-{(i % 28) + 1:D2},B{i / 2000:D6}\r\n"));
        }

        return path;
    }
}
