using System.Globalization;
using System.Text.RegularExpressions;
using Tewatashi.Mail;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.Testing;

namespace Tewatashi.Browser.Journey;

/// <summary>
/// A storm comes: the administrator closes a booked day and sees first whom it costs the place; one is told by mail and rebooks on the
/// internet, another stands on the call list and is rebooked at the desk. Beside it the pages of single days, offices and today's seats.
/// </summary>
public sealed class StormClosureTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly DateOnly Day = TestCounters.FirstWebDay;
    private static readonly TimeOnly Ten = new(10, 0);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Storm_closes_a_day_and_one_rebooks_on_the_internet_and_another_is_called_and_rebooked_at_the_desk(Engine engine)
    {
        var axe = engine == Engine.Sqlite;
        await using var journey = await JourneyOffice.OpenAsync(engine);
        var office = journey.Office;
        var counter = await office.AddCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(2);
        var (adminId, phoneId) = (await journey.InviteAsync(StaffRoles.Admin), await journey.InviteAsync(StaffRoles.Phone));
        var resident = new Walk(await chromium.NewPersonAsync(journey.Resident, 390), axe);
        var onWeb = await office.BookAsync(cards[0], counter, Day, Ten);
        await GiveMailAsync(journey, resident, cards[0], onWeb.VisitId);
        var byPhone = (BookForCaller.Booked)await office.BookForCallerAsync(cards[1].Id, counter, Day, Ten);

        await CloseAsync(journey, adminId, axe);
        await RebookOnWebAsync(journey, resident, cards[0], onWeb.Number.Display);
        await RebookAtDeskAsync(journey, phoneId, axe, cards[1], byPhone.Number.Display);

        Assert.Equal([ReservationState.Booked], await office.StatesAsync(onWeb.VisitId));
        Assert.Equal([ReservationState.Booked], await office.StatesAsync(byPhone.VisitId));
        Assert.Empty(await office.ViolationsAsync());
    }

    [Fact]
    public async Task Calendar_pages_are_sound_on_a_wide_and_on_a_narrow_screen()
    {
        await using var journey = await JourneyOffice.OpenAsync(Engine.Sqlite);
        var counter = await journey.Office.AddCounterAsync();
        await journey.Office.CloseAsync(new DateOnly(2026, 12, 10));
        var adminId = await journey.InviteAsync(StaffRoles.Admin);
        var counterId = await journey.InviteAsync(StaffRoles.Counter);
        foreach (var width in new[] { 1280, 390 })
        {
            var admin = new Walk(await chromium.NewPersonAsync(journey.Staff, width), axe: true);
            await JourneyOffice.SignInAsync(admin, adminId);
            foreach (var path in new[] { "/counters", "/closures", "/closures/national", $"/counters/{counter.Id}/days", "/offices", "/calls", "/settings" }) await admin.GoAsync(path);
            await admin.GoAsync($"/counters/{counter.Id}/days");
            await admin.PressAsync("保存する");
            await admin.SeeAsync("日を年、月、日で入力してください。");
            await admin.GoAsync("/closures/national");
            await admin.PressAsync("保守日を追加する");
            await admin.SeeAsync("今日以降の日を1つ以上");
            var clerk = new Walk(await chromium.NewPersonAsync(journey.Staff, width), axe: true);
            await JourneyOffice.SignInAsync(clerk, counterId);
            await clerk.GoAsync($"/counters/{counter.Id}/today");
            await clerk.PressAsync("影響を確かめて減らす");
            await clerk.SeeAsync("何時までか");
        }
    }

    private static async Task GiveMailAsync(JourneyOffice journey, Walk resident, NotifiedCard card, Guid visitId)
    {
        await journey.Office.Resident<RegisterMailAddress>().RunAsync(new(visitId, EmailAddress.Parse("hanako@mihon.example.jp")), journey.Office.ByResident(card.Id), CancellationToken.None);
        var link = (await journey.MailsAsync()).Select(mail => Regex.Match(mail, @"https?://\S+verify-mail\S*")).First(match => match.Success).Value;
        await resident.GoAsync(link);
        await resident.PressAsync("メールアドレスを確認する");
    }

    private async Task CloseAsync(JourneyOffice journey, string adminId, bool axe)
    {
        var admin = new Walk(await chromium.NewPersonAsync(journey.Staff), axe);
        await JourneyOffice.SignInAsync(admin, adminId);
        await admin.GoAsync("/closures");
        foreach (var (name, value) in new[] { ("Year", Day.Year), ("Month", Day.Month), ("Day", Day.Day) })
            await admin.Page.Locator($"[name='Day.{name}']").FillAsync(value.ToString(CultureInfo.InvariantCulture));
        await admin.FillAsync("理由", "台風のため");
        await admin.PressAsync("休庁日を追加する");
        await admin.SeeAsync("2件の予約が入りきらなくなります");
        await admin.PressAsync("この内容で保存し、2件を要日時変更にする");
        await admin.SeeAsync("2件の予約を要日時変更にしました");
    }

    private static async Task RebookOnWebAsync(JourneyOffice journey, Walk resident, NotifiedCard card, string number)
    {
        var told = (await journey.MailsAsync()).Last(mail => mail.Contains(number, StringComparison.Ordinal));
        await resident.GoAsync(Regex.Match(told, @"https?://\S+/sign-in\S*").Value);
        await resident.FillAsync("受付番号", card.ReceptionNumber.Display);
        await resident.FillAsync("受付パスワード", card.Password.Value);
        await resident.PressAsync("次へ進む");
        await resident.SeeAsync("台風のため");
        await resident.PressAsync("新しい日時を選ぶ");
        if (resident.Page.Url.EndsWith("/place", StringComparison.Ordinal)) await resident.PressAsync("窓口H1");
        await resident.Page.Locator("a.tw-days__link").First.ClickAsync();
        await resident.Page.Locator("input[name=StartsAt]").First.CheckAsync();
        await resident.PressAsync("この時間にする");
        await resident.SeeAsync("使えなくなった日時");
        await resident.PressAsync("この内容に変更する");
        await resident.SeeAsync("予約を変更しました");
        await resident.SeeAsync(number);
    }

    private async Task RebookAtDeskAsync(JourneyOffice journey, string phoneId, bool axe, NotifiedCard card, string number)
    {
        var desk = new Walk(await chromium.NewPersonAsync(journey.Staff), axe);
        await JourneyOffice.SignInAsync(desk, phoneId);
        await desk.GoAsync("/calls");
        await desk.SeeAsync(card.Card.SerialNumber.Display);
        await desk.PressAsync("電話受付を開く");
        await desk.SeeAsync("要日時変更");
        await desk.ChooseAsync("利用目的を読み上げ");
        await desk.Page.Locator("input[type=radio][name=At]").First.CheckAsync();
        await desk.PressAsync("この日時に変更する");
        await desk.SeeAsync("予約を変更しました");
        await desk.SeeAsync(number);
        await desk.GoAsync("/calls");
        await desk.SeeAsync("電話する方はいません。");
    }
}
