using System.Globalization;
using System.Text;
using Tewatashi.Cards;

namespace Tewatashi.Server.Demo;

/// <summary>Makes the people of the demonstration from its seed: plainly fictional names, the same ones for the same seed.</summary>
internal sealed class DemoPeople(int seed)
{
    private static readonly string[] Families = ["ミホン", "サンプル", "レイダイ", "カクウ", "ヒナガタ", "テスト", "タメシ", "オテホン", "ナナシ", "カリノ", "モケイ", "ツクリ"];
    private static readonly string[] Given = ["タロウ", "ハナコ", "ジロウ", "サクラ", "イチロウ", "ミドリ", "ケン", "ユキ", "ショウタ", "アオイ", "ヒカリ", "マコト", "リョウ", "ナオミ", "ツバサ"];

    /// <summary>Of 300 cards, how many are in which stage.</summary>
    private static readonly (DemoStage Stage, int Share)[] Shares =
    [
        (DemoStage.Open, 110), (DemoStage.Past, 30), (DemoStage.NoShow, 5), (DemoStage.NotHandedOver, 4), (DemoStage.Cancelled, 4), (DemoStage.Today, 20), (DemoStage.Tomorrow, 10),
        (DemoStage.Booked, 26), (DemoStage.Suspended, 6), (DemoStage.Returned, 5), (DemoStage.NoticePrinted, 18), (DemoStage.Shelved, 20), (DemoStage.PostWaiting, 2), (DemoStage.Posted, 4), (DemoStage.Prepared, 8), (DemoStage.Inspected, 6),
        (DemoStage.Scanned, 8), (DemoStage.Unscanned, 6), (DemoStage.Expected, 8),
    ];

    public IReadOnlyList<DemoCard> Make(int count)
    {
        var random = new Random(seed);
        var cards = new List<DemoCard>(count);
        foreach (var (stage, share) in Spread(count))
        {
            for (var i = 0; i < share; i++) cards.Add(NewCard(cards.Count + 1, stage, random));
        }

        return cards;
    }

    /// <summary>The shares of so many cards, by largest remainder; at least one can be booked.</summary>
    private static IEnumerable<(DemoStage Stage, int Count)> Spread(int count)
    {
        var total = Shares.Sum(row => row.Share);
        var whole = Shares.Select(row => (row.Stage, Count: count * row.Share / total, Remainder: count * row.Share % total)).ToList();
        var left = count - whole.Sum(row => row.Count);
        var lucky = whole.OrderByDescending(row => row.Remainder).ThenBy(row => row.Stage).Take(left).Select(row => row.Stage).ToHashSet();
        return whole.Select(row => (row.Stage, row.Count + (lucky.Contains(row.Stage) ? 1 : 0)));
    }

    private static DemoCard NewCard(int number, DemoStage stage, Random random)
    {
        var birthday = Birthday.TryFrom(0, random.Next(1, 13), random.Next(1, 29), out var day) ? day : throw new InvalidOperationException("Every such day exists.");
        var kana = random.Next(100) switch
        {
            0 => null,
            1 or 2 => "SAMPLE　MARIA",
            _ => $"{Families[random.Next(Families.Length)]}　{Given[random.Next(Given.Length)]}",
        };
        return new DemoCard(
            number, stage,
            SerialNumber.Parse(string.Create(CultureInfo.InvariantCulture, $"MIH{100000 + (number * 7):D6}")),
            string.Create(CultureInfo.InvariantCulture, $"99000126{random.Next(100000, 999999)}{number:D9}"),
            kana, birthday)
        {
            Counter = random.Next(4) switch { 0 => DemoPlaces.Branch, _ => DemoPlaces.Main },
        };
    }

    /// <summary>The cards as the maker's file of a delivery.</summary>
    public static byte[] FileOf(IEnumerable<DemoCard> cards, string dispatchNumber)
    {
        var text = new StringBuilder("製造管理番号,申請書ID,カナ氏名,生年月日,発送番号,交付窓口,交付方式\r\n");
        foreach (var card in cards)
            text.Append(CultureInfo.InvariantCulture, $"{card.Serial.Value},{card.ApplicationId},{card.Kana},{card.Birthday.MonthDay},{dispatchNumber},{card.Counter},{(card.IsForPost ? CardRoute.Post : CardRoute.Counter).Name()}\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }
}
