using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Tewatashi.Counters;
using Tewatashi.Mail;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.Testing;
using Tewatashi.Testing.Mail;

namespace Tewatashi.Browser.Journey;

/// <summary>空き待ち as people do it: a full day, a wish, a cancellation, a mail, an answer; and the office's side of it.</summary>
public sealed partial class WaitingJourneyTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly DateOnly Day = TestCounters.FirstWebDay;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Full_day_is_waited_for_and_the_mailed_offer_of_a_freed_seat_is_accepted(Engine engine)
    {
        await using var journey = await JourneyOffice.OpenAsync(engine);
        await using var server = SmtpTestServer.Start();
        var transport = new SmtpTransport(SmtpServer.Parse($"smtp://{server.Host}:{server.Port}?from=yoyaku@example.jp"));
        var office = journey.Office;
        var counter = await office.AddNarrowCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(2);
        var taken = await office.BookAsync(cards[0], counter, Day, new TimeOnly(10, 0));
        // Narrow on one database, wide on the other: the pages are the same.
        var walk = new Walk(await chromium.NewPersonAsync(journey.Resident, engine == Engine.Sqlite ? 390 : 1280), axe: engine == Engine.Sqlite);

        await SignInAsync(walk, journey, cards[1], "sign-in");
        await walk.ChooseAsync("本人");
        await walk.PressAsync("次へ進む");
        await walk.GoAsync(journey.PathOf($"reserve/days/{counter.Id}"));
        await walk.PressAsync("空きが出るのを待つ");
        await walk.FillAsync("メールアドレス", "jumin");
        await walk.PressAsync("この内容で空きを待つ");
        await walk.SeeAsync("入力内容に誤りがあります");
        await walk.FillAsync("メールアドレス", "jumin@example.jp");
        await walk.PressAsync("この内容で空きを待つ");
        await walk.SeeAsync("空きを待つ登録をしました");
        await SendAsync(office, transport);
        await walk.GoAsync(LinkIn(Newest(server), "verify-mail"));
        await walk.PressAsync("メールアドレスを確認する");

        await office.Resident<CancelVisit>().RunAsync(new(taken.VisitId), office.ByResident(cards[0].Id), CancellationToken.None);
        Assert.Equal(1, await office.OfferAsync());
        await SendAsync(office, transport);
        var offer = Newest(server);
        Assert.Contains("お待ちの枠が空きました(11月24日(火)", offer.Subject, StringComparison.Ordinal);
        Assert.Contains("A place has become free", offer.Subject, StringComparison.Ordinal);
        Assert.Contains("令和8年11月27日(金) 10時00分から", offer.TextBody, StringComparison.Ordinal);

        await SignInAsync(walk, journey, cards[1], LinkIn(offer, "sign-in"));
        await walk.SeeAsync("あなたのためにお取りしています");
        await walk.PressAsync("この日時で予約する");
        await walk.SeeAsync("予約番号");
        await SendAsync(office, transport);
        Assert.Contains("マイナンバーカードの受け取りを予約しました", Newest(server).Subject, StringComparison.Ordinal);
        await walk.GoAsync(journey.PathOf("waiting"));
        await walk.SeeAsync("いま、空きを待っている登録はありません");
        Assert.Empty(await office.CheckAsync());
    }

    [Fact]
    public async Task Caller_is_put_on_the_list_is_offered_a_seat_and_says_yes_on_the_telephone()
    {
        await using var journey = await JourneyOffice.OpenAsync(Engine.Sqlite);
        var office = journey.Office;
        await office.AddNarrowCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var phone = new Walk(await chromium.NewPersonAsync(journey.Staff), axe: true);
        await JourneyOffice.SignInAsync(phone, await journey.InviteAsync(StaffRoles.Phone));

        await phone.GoAsync($"/waiting/new/{card.Id}");
        await phone.PressAsync("空き待ちに登録する");
        await phone.SeeAsync("本人確認をしてから登録してください");
        await phone.ChooseAsync("利用目的を読み上げ");
        await phone.PressAsync("空き待ちに登録する");
        await phone.SeeAsync("空き待ちに登録しました");
        await office.OfferAsync();
        await phone.GoAsync("/waiting");
        await phone.SeeAsync("電話でご案内中");
        await phone.PressAsync("予約する");
        await phone.SeeAsync("予約しました。番号と日時を読み上げてください。");
        Assert.Empty(await office.CheckAsync());
    }

    [Fact]
    public async Task Mail_is_worded_anew_after_a_look_and_what_did_not_arrive_is_sent_again()
    {
        await using var journey = await JourneyOffice.OpenAsync(Engine.Sqlite);
        await using var server = SmtpTestServer.Start();
        var transport = new SmtpTransport(SmtpServer.Parse($"smtp://{server.Host}:{server.Port}?from=yoyaku@example.jp"));
        var office = journey.Office;
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var held = (HoldSeat.Held)await office.HoldAsync(card, await office.SignInAsync(card), counter, Day, new TimeOnly(9, 0));
        await office.Resident<RegisterMailAddress>().RunAsync(new(held.VisitId, EmailAddress.Parse("jumin@example.jp")), office.ByResident(card.Id), CancellationToken.None);
        server.Always = new SmtpFault.Refuse(SmtpStep.Recipient, 550, "no such user");
        await SendAsync(office, transport);
        server.Always = null;

        var admin = new Walk(await chromium.NewPersonAsync(journey.Staff), axe: true);
        await JourneyOffice.SignInAsync(admin, await journey.InviteAsync(StaffRoles.Admin));
        await admin.GoAsync("/settings/mails");
        await admin.PressAsync("メールアドレスの確認");
        await admin.FillAsync("はじめの文", "{カナ氏名}様");
        await admin.PressAsync("見え方を確認する");
        await admin.SeeAsync("{カナ氏名} は使えません。ここで使える言葉は {自治体名} {電話番号} です。");
        await admin.FillAsync("はじめの文", "{自治体名}の予約です。");
        await admin.PressAsync("見え方を確認する");
        await admin.SeeAsync("見本市の予約です。");
        await admin.PressAsync("保存する");
        await admin.SeeAsync("メールの文章を保存しました");

        await admin.GoAsync("/mails");
        await admin.SeeAsync("j***@e***.jp");
        Assert.DoesNotContain("jumin", await admin.Page.ContentAsync(), StringComparison.Ordinal);
        await admin.Page.Locator("input[name=Selected]").First.CheckAsync();
        await admin.PressAsync("「もう一度送る」を確かめる");
        await admin.SeeAsync("まだ何もしていません");
        await admin.PressAsync("1通を「もう一度送る」にする");
        await admin.SeeAsync("1通をもう一度送ります");
        await admin.GoAsync("/mails");
        await admin.SeeAsync("表示するものはありません");
        await SendAsync(office, transport);
        Assert.Contains("見本市の予約です。", Newest(server).TextBody, StringComparison.Ordinal);
    }

    private static async Task SignInAsync(Walk walk, JourneyOffice journey, NotifiedCard card, string path)
    {
        await walk.GoAsync(path.StartsWith("http", StringComparison.Ordinal) ? path : journey.PathOf(path));
        await walk.FillAsync("受付番号", card.ReceptionNumber.Display);
        await walk.FillAsync("受付パスワード", card.Password.Value);
        await walk.PressAsync("次へ進む");
    }

    private static async Task SendAsync(TestOffice office, IMailTransport transport)
    {
        while (await office.Worker<MailSender>().SendDueAsync(transport, null, office.Municipality, CancellationToken.None) > 0)
        {
        }
    }

    private static MimeMessage Newest(SmtpTestServer server) => MimeMessage.Load(new MemoryStream(server.Received[^1].Raw.ToArray()));

    private static string LinkIn(MimeMessage letter, string path) => Links().Matches(letter.TextBody ?? "").Select(match => match.Value).First(link => link.Contains($"/{path}", StringComparison.Ordinal));

    [GeneratedRegex(@"http://\S+")]
    private static partial Regex Links();
}
