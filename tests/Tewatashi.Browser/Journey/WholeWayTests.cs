using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tewatashi.Staff;
using Tewatashi.Testing;
using Tewatashi.Time;

namespace Tewatashi.Browser.Journey;

/// <summary>
/// The main job from end to end, as people do it: a file comes in, the cards are received, prepared, shelved and told; one resident
/// books on the internet, another by telephone; both cards are picked and handed over, and everything can be read back.
/// </summary>
public sealed class WholeWayTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly DateOnly Day = TestCounters.FirstWebDay;

    private static readonly string File =
        "製造管理番号,申請書ID,カナ氏名,生年月日,発送番号\r\n" +
        "MIH000001,12345678901234567890101,ミホン　ハナコ,1980-03-07,M2611\r\n" +
        "MIH000002,12345678901234567890102,ミホン　タロウ,1975-11-30,M2611\r\n";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_cards_walk_the_whole_way_and_everything_can_be_read_back(Engine engine)
    {
        // Pages are the same on both databases: one scan of each is enough.
        var axe = engine == Engine.Sqlite;
        await using var journey = await JourneyOffice.OpenAsync(engine);
        var boxes = await journey.Office.AddBoxesAsync();
        await journey.Office.AddCounterAsync();
        var (custodyId, phoneId, counterId) = (await journey.InviteAsync(StaffRoles.Custody), await journey.InviteAsync(StaffRoles.Phone), await journey.InviteAsync(StaffRoles.Counter));

        var custody = new Walk(await chromium.NewPersonAsync(journey.Staff), axe);
        await JourneyOffice.SignInAsync(custody, custodyId);
        await ImportAsync(custody);
        await ReceiveAsync(custody, await journey.InviteAsync(StaffRoles.Admin));
        await PrepareAndShelveAsync(custody, boxes[0].Value);
        var papers = await TellAsync(custody);

        var onWeb = await BookOnWebAsync(journey, axe, papers.Single(paper => paper.Serial == "MIH-000001"));
        var byPhone = await BookByPhoneAsync(journey, axe, phoneId);

        journey.Office.Clock.SetUtcNow(JapanTime.InstantOf(Day, new TimeOnly(8, 45)));
        await JourneyOffice.SignInAsync(custody, custodyId);
        await PickAsync(custody);
        var clerk = new Walk(await chromium.NewPersonAsync(journey.Staff), axe);
        await JourneyOffice.SignInAsync(clerk, counterId);
        await HandOverAsync(clerk, onWeb, "MIH000001", "0307", "R8-1");
        await HandOverAsync(clerk, byPhone, "MIH000002", "1130", "R8-2");

        await ReadBackAsync(clerk);
        Assert.Empty((await new Check(journey.Office.Provider).RunAsync(journey.Office.Municipality, CancellationToken.None)).Violations);
    }

    private static async Task ImportAsync(Walk custody)
    {
        await custody.GoAsync("/imports/new");
        await custody.Page.GetByLabel("ファイル(CSV)").SetInputFilesAsync(new FilePayload { Name = "M2611.csv", MimeType = "text/csv", Buffer = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(File)] });
        await custody.PressAsync("送信して内容を確認する");
        await custody.SeeAsync("確認が終わりました");
        await custody.PressAsync("2枚を取り込む");
        await custody.SeeAsync("2枚のカードを追加しました");
    }

    private static async Task ReceiveAsync(Walk custody, string secondId)
    {
        await custody.GoAsync("/shipments");
        await custody.PressAsync("M2611.csv");
        var shipment = new Uri(custody.Page.Url).AbsolutePath;
        await custody.FillAsync("送り状の箱数", "1");
        await custody.FillAsync("届いた箱数", "1");
        await custody.PressAsync("届いた。受入を始める");
        await custody.PressAsync("検品する(読み取り)");
        await custody.ScanAsync("MIH000001", "検品済 1 / 2");
        await custody.ScanAsync("MIH000002", "検品済 2 / 2");
        await custody.GoAsync(shipment);
        await custody.PressAsync("受入を完了する");
        await custody.ChooseAsync("1箱目");
        await custody.FillAsync("二人目のユーザーID", secondId);
        await custody.FillAsync("二人目のパスワード", JourneyOffice.Password);
        await custody.PressAsync("空箱を確認した");
        await custody.GoAsync(shipment);
        await custody.PressAsync("受入を完了する");
        await custody.SeeAsync("受入完了");
    }

    private static async Task PrepareAndShelveAsync(Walk custody, string box)
    {
        await custody.GoAsync("/prepare");
        await custody.ScanAsync("MIH000001", "この画面で記録 1枚");
        await custody.ScanAsync("MIH000002", "この画面で記録 2枚");
        await custody.GoAsync("/shelve");
        await custody.ScanAsync($"TW:L:{box}", $"収納先 {box}");
        await custody.ScanAsync("MIH000001", "この画面で収納 1枚");
        await custody.ScanAsync("MIH000002", "この画面で収納 2枚");
    }

    private static async Task<IReadOnlyList<JourneyOffice.Paper>> TellAsync(Walk custody)
    {
        await custody.GoAsync("/notices/new");
        await custody.Page.GetByLabel("A4の案内", new() { Exact = true }).CheckAsync();
        await custody.PressAsync("束を作る");
        var batch = new Uri(custody.Page.Url).AbsolutePath;
        var papers = await JourneyOffice.PrintAsync(custody.Page, "PDFを作って印刷する(2枚)");
        Assert.Equal(["MIH-000001", "MIH-000002"], papers.Select(paper => paper.Serial));
        await custody.GoAsync(batch);
        await custody.PressAsync("2枚ともきれいに印刷できた");
        await custody.PressAsync("封入照合をする");
        foreach (var (paper, i) in papers.Select((paper, i) => (paper, i)))
        {
            await custody.ScanAsync(paper.Number, "J-LISのはがき");
            await custody.ScanAsync(paper.Serial, $"照合した紙 {i + 1}枚");
        }

        await custody.GoAsync(batch);
        await custody.PressAsync("発送済みにする(2枚)");
        await custody.SeeAsync("発送した紙 2枚");
        return papers;
    }

    /// <summary>On an old phone: 320 px wide and without script.</summary>
    private async Task<string> BookOnWebAsync(JourneyOffice journey, bool axe, JourneyOffice.Paper paper)
    {
        // Axe needs script, so the walk without it goes on the other database.
        var resident = new Walk(await chromium.NewPersonAsync(journey.Resident, 320, script: axe), axe);
        await resident.GoAsync(journey.PathOf(""));
        await resident.GoAsync(journey.PathOf("reserve"));
        await resident.FillAsync("受付番号", paper.Number);
        await resident.FillAsync("受付パスワード", paper.Password);
        await resident.PressAsync("次へ進む");
        await resident.SeeAsync("どなたが受け取りに来ますか");
        await resident.ChooseAsync("本人");
        await resident.PressAsync("次へ進む");
        if (resident.Page.Url.EndsWith("/place", StringComparison.Ordinal)) await resident.PressAsync("窓口H1");
        await resident.PressAsync(JapaneseDate.Brief(Day), exact: false);
        await resident.Page.GetByLabel(new Regex("^10時00分")).First.CheckAsync();
        await resident.PressAsync("この時間にする");
        await resident.FillAsync("メールアドレス", "hanako@mihon.example.jp");
        await resident.PressAsync("次へ進む");
        await resident.PressAsync("この内容で予約する");
        await resident.SeeAsync("予約番号");
        var number = (await resident.Page.Locator(".tw-number-panel .tw-large-number").TextContentAsync())!.Trim(); // it was seen
        await VerifyMailAsync(journey, resident, number);
        await resident.GoAsync(journey.PathOf("reservation"));
        await resident.SeeAsync(number);
        return number;
    }

    private static async Task VerifyMailAsync(JourneyOffice journey, Walk resident, string number)
    {
        var link = (await journey.MailsAsync()).Select(mail => Regex.Match(mail, @"https?://\S+verify-mail\S*")).First(match => match.Success).Value;
        await resident.GoAsync(link);
        await resident.PressAsync("メールアドレスを確認する");
        Assert.Contains(await journey.MailsAsync(), mail => mail.Contains(number, StringComparison.Ordinal));
    }

    private async Task<string> BookByPhoneAsync(JourneyOffice journey, bool axe, string phoneId)
    {
        var desk = new Walk(await chromium.NewPersonAsync(journey.Staff), axe);
        await JourneyOffice.SignInAsync(desk, phoneId);
        await desk.GoAsync("/desk");
        await desk.FillAsync("番号", "MIH000002");
        await desk.PressAsync("カードを探す");
        await desk.SeeAsync("ミホン");
        await desk.ChooseAsync("利用目的を読み上げ");
        await desk.Page.GetByLabel("年", new() { Exact = true }).First.FillAsync(Day.Year.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await desk.Page.GetByLabel("月", new() { Exact = true }).First.FillAsync(Day.Month.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await desk.Page.GetByLabel("日", new() { Exact = true }).First.FillAsync(Day.Day.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await desk.PressAsync("空きを調べ直す");
        await desk.ChooseAsync("利用目的を読み上げ");
        await desk.Page.Locator("input[type=radio][name=At]").First.CheckAsync();
        await desk.PressAsync("この内容で予約する");
        await desk.SeeAsync("予約しました");
        return (await desk.Page.Locator(".tw-large-number").First.TextContentAsync())!.Trim(); // it was seen
    }

    private static async Task PickAsync(Walk custody)
    {
        await custody.GoAsync(FormattableString.Invariant($"/picks/{Day:yyyy-MM-dd}"));
        await custody.SeeAsync("残り2枚");
        foreach (var tick in await custody.Page.Locator("main input[name=Cards]").AllAsync()) await tick.CheckAsync();
        await custody.PressAsync("付けたカードの異動なしを記録する");
        await custody.SeeAsync("2枚の異動なしを記録しました");
        await custody.PressAsync("読み取りを始める");
        await custody.ScanAsync("MIH000001", "0001 トレイへ");
        await custody.ScanAsync("MIH000002", "0002 トレイへ");
        await custody.GoAsync(FormattableString.Invariant($"/picks/{Day:yyyy-MM-dd}"));
        await custody.SeeAsync("抜き出し済2枚");
    }

    private static async Task HandOverAsync(Walk clerk, string number, string label, string birthday, string fileNumber)
    {
        await clerk.GoAsync("/arrivals");
        await clerk.ScanAsync(number, number);
        await clerk.PressAsync("交付へ");
        await clerk.ScanAsync(label, "正しいカードです");
        await clerk.FillAsync("カードの券面の誕生日", birthday);
        await clerk.FillAsync("本人確認書類の誕生日", birthday);
        foreach (var tick in await clerk.Page.Locator("main input[type=checkbox][name^='Ticks']:not([name*='Fee'])").AllAsync()) await tick.CheckAsync();
        await clerk.FillAsync("本人の本人確認書類 A(枚数)", "2");
        await clerk.FillAsync("交付通知書の綴り番号", fileNumber);
        await clerk.PressAsync("交付する");
        await clerk.SeeAsync("交付しました");
    }

    private static async Task ReadBackAsync(Walk clerk)
    {
        await clerk.GoAsync("/search");
        await clerk.FillAsync("番号、カナ氏名、読み取り", "MIH-000001");
        await clerk.PressAsync("探す");
        if (clerk.Page.Url.Contains("/search/", StringComparison.Ordinal)) await clerk.PressAsync("MIH-000001");
        foreach (var word in new[] { "交付済", "検品", "交付前設定", "収納", "発送", "予約", "抜き出し", "来庁", "交付" }) await clerk.SeeAsync(word);
    }
}
