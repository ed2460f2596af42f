using Microsoft.Playwright;
using Tewatashi.Cards;
using Tewatashi.HandOver;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.Testing;
using Tewatashi.Time;

namespace Tewatashi.Browser.Journey;

/// <summary>A family of four: two join the one who books, one is added later, one card is suspended, three collect.</summary>
public sealed class FamilyTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly DateOnly Day = TestCounters.FirstWebDay;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Family_of_four_books_grows_and_three_collect(Engine engine)
    {
        var axe = engine == Engine.Sqlite;
        await using var journey = await JourneyOffice.OpenAsync(engine);
        var office = journey.Office;
        var counter = await office.AddCounterAsync();
        var boxes = await office.AddBoxesAsync();
        var cards = await office.AddNotifiedCardsAsync(4);
        foreach (var card in cards) Assert.IsType<StoreCard.Stored>(await office.StoreAsync(boxes[0], card.Card));

        var resident = new Walk(await chromium.NewPersonAsync(journey.Resident, 390), axe);
        await resident.GoAsync(journey.PathOf("sign-in"));
        await ProveAsync(resident, cards[0]);
        await resident.PressAsync("次へ進む");
        await resident.ChooseAsync("本人");
        await resident.ChooseAsync("3人");
        await resident.PressAsync("次へ進む");
        foreach (var joining in cards.Skip(1).Take(2))
        {
            await ProveAsync(resident, joining);
            await resident.PressAsync("この方を加える");
        }

        foreach (var applicant in await resident.Page.Locator("main input[type=radio][value=Applicant]").AllAsync()) await applicant.CheckAsync();
        await resident.PressAsync("次へ進む");
        await resident.SeeAsync("およそ45分の予約です");
        await resident.PressAsync(JapaneseDate.Brief(Day), exact: false);
        await resident.Page.GetByLabel("10時00分から").First.CheckAsync();
        await resident.PressAsync("この時間にする");
        await resident.PressAsync("次へ進む");
        await resident.PressAsync("この内容で予約する");
        await resident.SeeAsync("予約番号");
        var number = (await resident.Page.Locator(".tw-number-panel .tw-large-number").TextContentAsync())!.Trim(); // it was seen

        await resident.PressAsync("いっしょに来る方を加える");
        await ProveAsync(resident, cards[3]);
        await resident.ChooseAsync("本人");
        await resident.PressAsync("この方を加える");
        await resident.SeeAsync("いっしょに来る方を加えました");
        await resident.SeeAsync("およそ60分");

        await office.Staff<SuspendCard>().RunAsync(new(cards[1].Id, Suspension.AskAtCounter), office.ByStaff(), CancellationToken.None);
        await resident.GoAsync(journey.PathOf("reservation"));
        await resident.SeeAsync("この方のカードは、いまお渡しできません");
        await resident.SeeAsync("10時00分から");

        office.Clock.SetUtcNow(JapanTime.InstantOf(Day, new TimeOnly(9, 50)));
        foreach (var card in cards.Where(card => card != cards[1]))
            Assert.IsType<PickCard.Picked>(await office.Staff<PickCard>().RunAsync(new(card.Card.SerialNumber, counter.Id, Day, Unmoved: true), office.ByStaff(), CancellationToken.None));
        var clerk = new Walk(await chromium.NewPersonAsync(journey.Staff), axe);
        await JourneyOffice.SignInAsync(clerk, await journey.InviteAsync(StaffRoles.Counter));
        await clerk.GoAsync("/arrivals");
        await clerk.ScanAsync(number, "4人分です");
        foreach (var card in cards.Where(card => card != cards[1])) await HandOverAsync(clerk, office, card);

        Assert.Equal(
            [ReservationState.Completed, ReservationState.CheckedIn, ReservationState.Completed, ReservationState.Completed],
            await StatesAsync(office, cards));
        Assert.DoesNotContain(
            (await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None)).Violations,
            violation => !violation.Invariant.StartsWith("カードの", StringComparison.Ordinal));
    }

    private static async Task ProveAsync(Walk resident, NotifiedCard card)
    {
        await resident.FillAsync("受付番号", card.ReceptionNumber.Display);
        await resident.FillAsync("受付パスワード", card.Password.Value);
    }

    private static async Task HandOverAsync(Walk clerk, TestOffice office, NotifiedCard card)
    {
        var reservation = await office.SeeAsync(context => Task.FromResult(context.Reservations.Single(row => row.CardId == card.Id)));
        var birthday = TestCards.NamesOf(card.Card.Ordinal).Birthday;
        var typed = FormattableString.Invariant($"{birthday.Month:00}{birthday.Day:00}");
        await clerk.GoAsync($"/hand-over/{reservation.Id}");
        await clerk.ScanAsync(card.Card.SerialNumber.Value, "正しいカードです");
        await clerk.FillAsync("カードの券面の誕生日", typed);
        await clerk.FillAsync("本人確認書類の誕生日", typed);
        foreach (var tick in await clerk.Page.Locator("main input[type=checkbox][name^='Ticks']").AllAsync()) await tick.CheckAsync();
        await clerk.FillAsync("本人の本人確認書類 A(枚数)", "2");
        await clerk.FillAsync("交付通知書の綴り番号", $"R8-{card.Card.Ordinal}");
        await clerk.PressAsync("交付する");
        await clerk.SeeAsync("交付しました");
    }

    private static Task<List<ReservationState>> StatesAsync(TestOffice office, IReadOnlyList<NotifiedCard> cards) => office.SeeAsync(context =>
    {
        var states = context.Reservations.ToDictionary(row => row.CardId!.Value, row => row.State); // each is for a card
        return Task.FromResult(cards.Select(card => states[card.Id]).ToList());
    });
}
