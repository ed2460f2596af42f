using Microsoft.EntityFrameworkCore;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Reservations.Closures;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.Storage;

namespace Tewatashi.Server.Demo;

/// <summary>Sets the fictional municipality up: rules, storage, two offices with three counters, what its residents read.</summary>
internal sealed class DemoPlaces(DemoOffice office)
{
    /// <summary>本庁1階, open every day so that somebody comes today, whatever day it is.</summary>
    public const string Main = "H1";

    public const string Upstairs = "H2";
    public const string Branch = "K1";

    private readonly Dictionary<string, Guid> counters = [];

    public Guid CounterOf(string code) => counters[code];

    public async Task SetUpAsync(string residentUrl, int cards, CancellationToken cancellationToken)
    {
        await RulesAsync(residentUrl, cancellationToken);
        await AddStorageAsync("H", "本庁", shelves: 4, boxes: 6, cards, cancellationToken);
        await AddStorageAsync("K", "北支所", shelves: 2, boxes: 4, cards, cancellationToken);
        await AddCounterAsync(Main, "本庁 1階 交付窓口", "H", 15, "見本市役所 1階。見本駅から歩いて5分。", EveryDay(4), cancellationToken);
        await AddCounterAsync(Upstairs, "本庁 2階 臨時窓口", "H", 15, "見本市役所 2階。エレベーターをおりて右。", WorkingWeek(2), cancellationToken);
        await AddCounterAsync(Branch, "北支所 窓口", "K", 10, "見本市北支所 1階。バス停「北支所前」からすぐ。", WorkingWeek(3), cancellationToken);
        await PublishAsync(cancellationToken);
        DemoOffice.Expect<FinishSetUp.Finished>(await office.Staff<FinishSetUp>().RunAsync(office.By(StaffRoles.Admin), cancellationToken));
    }

    private async Task RulesAsync(string residentUrl, CancellationToken cancellationToken)
    {
        var current = await office.Staff<ChangeSettings>().CurrentAsync(office.Municipality, cancellationToken);
        DemoOffice.Expect<ChangeSettings.Changed>(await office.Staff<ChangeSettings>().RunAsync(
            new(current.Version, Rules.Of(current) with
            {
                Telephone = "000-000-0000",
                TelephoneHours = "平日 9時から17時(架空の番号です)",
                Fax = "000-000-0001",
                ContactMail = "card@mihon.example.jp",
                ResidentUrl = residentUrl,
            }),
            office.By(StaffRoles.Admin), cancellationToken));
    }

    private async Task AddStorageAsync(string building, string name, int shelves, int boxes, int cards, CancellationToken cancellationToken) =>
        DemoOffice.Expect<AddLocations.Added>(await office.Staff<AddLocations>().RunAsync(
            new(LocationPath.Parse($"{building}-V1"), name, "保管庫1", new(1, shelves), new(1, boxes), Capacity: Math.Max(40, cards / 6)), office.By(StaffRoles.Admin), cancellationToken));

    private async Task AddCounterAsync(
        string code, string name, string building, int gridMinutes, string access, IReadOnlyList<WeeklyStretch> week, CancellationToken cancellationToken)
    {
        var buildingId = await office.Staff<Database>().ReadAsync(
            office.Municipality, context => context.Locations.Where(row => row.Path == building).Select(row => row.Id).SingleAsync(cancellationToken), cancellationToken);
        var saved = DemoOffice.Expect<SaveCounter.Saved>(await office.Staff<SaveCounter>().RunAsync(
            new(null, null, CounterCode.Parse(code), name, buildingId, gridMinutes, access, OpenOnHolidays: week.Count == 7), office.By(StaffRoles.Admin), cancellationToken));
        DemoOffice.Expect<SaveOpeningHours.Saved>(await office.Staff<SaveOpeningHours>().RunAsync(
            new(saved.Id, Time.JapanTime.Today(office.Clock), week), office.By(StaffRoles.Admin), cancellationToken));
        counters[code] = saved.Id;
    }

    private async Task PublishAsync(CancellationToken cancellationToken)
    {
        var day = Time.JapanTime.Today(office.Clock);
        (ArticleKind Kind, string Title, string Body)[] articles =
        [
            (ArticleKind.News, "これはデモです", "見本市は架空の市です。ここで予約しても、カードは受け取れません。実在の方の情報や、本物の番号は入力しないでください。"),
            (ArticleKind.News, "土曜日・日曜日・祝日も受け取れます", "本庁1階の交付窓口は、土曜日、日曜日、祝日も9時から17時まで開いています。"),
            (ArticleKind.Faq, "受付番号と受付パスワードはどこに書いてありますか", "お送りした交付通知書の案内に書いてあります。受付パスワードは、カードの暗証番号ではありません。"),
            (ArticleKind.Faq, "家族の分もいっしょに予約できますか", "はい。4人まで、いっしょに予約できます。ご家族それぞれの受付番号と受付パスワードをご用意ください。"),
            (ArticleKind.Faq, "都合が悪くなりました", "来庁日の前の開庁日の17時まで、「予約を確認・変更・取り消す」から変更や取り消しができます。そのあとは電話、ファックス、電話リレーサービス、メールでご連絡ください。"),
            (ArticleKind.Faq, "電話が使えません", "ファックス、メール、電話リレーサービスでも受け付けています。"),
        ];
        for (var i = 0; i < articles.Length; i++)
        {
            var (kind, title, body) = articles[i];
            DemoOffice.Expect<SaveArticle.Saved>(await office.Staff<SaveArticle>().RunAsync(new(null, kind, title, body, day, i + 1), office.By(StaffRoles.Admin), cancellationToken));
        }
    }

    private static IReadOnlyList<WeeklyStretch> EveryDay(int booths) => Week(Enumerable.Range(0, 7), booths);

    private static IReadOnlyList<WeeklyStretch> WorkingWeek(int booths) => Week(Enumerable.Range(1, 5), booths);

    private static IReadOnlyList<WeeklyStretch> Week(IEnumerable<int> days, int booths) =>
        [.. days.Select(day => new WeeklyStretch((DayOfWeek)day, new TimeOnly(9, 0), new TimeOnly(17, 0), booths))];
}
