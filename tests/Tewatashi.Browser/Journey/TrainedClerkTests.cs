using Tewatashi.HandOver;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.Storage;
using Tewatashi.Testing;
using Tewatashi.Time;

namespace Tewatashi.Browser.Journey;

/// <summary>What a trained person needs at the screen, by keyboard and scanner alone: counted acts, added up by the Keystroke-Level Model.</summary>
public sealed class TrainedClerkTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const double DeskSeconds = 45;
    private const double HandOverSeconds = 30;

    [Fact]
    public async Task Caller_is_found_proved_and_booked_by_keyboard_alone_in_under_45_seconds_by_the_model()
    {
        await using var journey = await JourneyOffice.OpenAsync(Engine.Sqlite);
        for (var counter = 1; counter <= 3; counter++) await journey.Office.AddCounterAsync(FormattableString.Invariant($"H{counter}"));
        var card = (await journey.Office.AddNotifiedCardsAsync(1))[0];
        var walk = new Walk(await chromium.NewPersonAsync(journey.Staff), axe: false);
        await JourneyOffice.SignInAsync(walk, await journey.InviteAsync(StaffRoles.Phone));
        await walk.GoAsync("/desk");
        var clerk = new Keystrokes(walk.Page);

        await clerk.FocusIsOnAsync("#Number");
        clerk.Decide(); // whose card it is
        await clerk.TypeAsync(card.Card.SerialNumber.Value);
        await clerk.EnterAsync("読み上げと本人確認");
        await clerk.FocusIsOnAsync("input[type=checkbox][name=Proven]");
        clerk.Decide(); // what the caller said is what stands there
        await clerk.PressAsync("Space");
        clerk.Decide(); // the applicant comes: it stands there already
        await clerk.TabToAsync("input[type=radio][name=At]");
        clerk.Decide(); // which time: not the first, the third
        await clerk.PressAsync("ArrowDown");
        await clerk.PressAsync("ArrowDown");
        clerk.Decide(); // it is to be booked
        await clerk.TabToAsync("main form button.tw-button--primary");
        await clerk.EnterAsync("番号と日時を読み上げてください");
        clerk.Decide(); // what to read back

        Assert.Equal([ReservationState.Booked], await journey.Office.SeeAsync(context => Task.FromResult(context.Reservations.Select(row => row.State).ToList())));
        Assert.True(clerk.Seconds < DeskSeconds, clerk.ToString());
        TestContext.Current.SendDiagnosticMessage(clerk.ToString());
    }

    [Fact]
    public async Task Normal_hand_over_from_the_resident_s_code_to_the_card_handed_over_takes_under_30_seconds_by_the_model()
    {
        await using var journey = await JourneyOffice.OpenAsync(Engine.Sqlite);
        var office = journey.Office;
        var counter = await office.AddCounterAsync();
        var boxes = await office.AddBoxesAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        await office.StoreAsync(boxes[0], card.Card);
        var booked = Assert.IsType<BookForCaller.Booked>(await office.BookForCallerAsync(card.Id, counter, TestDay.Wednesday, new TimeOnly(10, 0)));
        office.Clock.SetUtcNow(JapanTime.InstantOf(TestDay.Wednesday, new TimeOnly(9, 55)));
        Assert.IsType<PickCard.Picked>(await office.Staff<PickCard>().RunAsync(new(card.Card.SerialNumber, counter.Id, TestDay.Wednesday, Unmoved: true), office.ByStaff(), CancellationToken.None));
        var birthday = TestCards.NamesOf(card.Card.Ordinal).Birthday;
        var monthAndDay = FormattableString.Invariant($"{birthday.Month:00}{birthday.Day:00}");
        var walk = new Walk(await chromium.NewPersonAsync(journey.Staff), axe: false);
        await JourneyOffice.SignInAsync(walk, await journey.InviteAsync(StaffRoles.Counter));
        await walk.GoAsync("/arrivals");
        var clerk = new Keystrokes(walk.Page);

        await clerk.FocusIsOnAsync("[data-tw-scan]");
        clerk.Decide(); // the resident's code
        await clerk.ScanAsync(ScanCode.OfReservation(booked.Number.Value), "受け取るカード");
        clerk.Decide(); // on to the card
        await clerk.TabToAsync("main a[href^='/hand-over/']");
        await clerk.EnterAsync("1 カードのラベル");
        await clerk.FocusIsOnAsync("[data-tw-scan]");
        clerk.Decide(); // the label
        await clerk.ScanAsync(card.Card.SerialNumber.Value, "正しいカードです");
        await clerk.FocusIsOnAsync("#OnCard");
        clerk.Decide(); // the birthday on the card
        await clerk.TypeAsync(monthAndDay);
        await clerk.PressAsync("Tab");
        clerk.Decide(); // that on the paper
        await clerk.TypeAsync(monthAndDay);
        clerk.Decide(); // what was seen to be right: one part, tick after tick
        foreach (var line in new[] { Checklist.FaceMatches, Checklist.FaceOfCardMatches, Checklist.NoticeAnswered, Checklist.TerminalDone })
        {
            await clerk.TabToAsync($"input[type=checkbox][name='Ticks[{line}]']");
            await clerk.PressAsync("Space");
        }

        clerk.Decide(); // how many papers
        await clerk.TabToAsync($"input[name='Counts[{Checklist.PapersA}]']");
        await clerk.TypeAsync("2");
        clerk.Decide(); // the number on the notice
        await clerk.TabToAsync("#FileNumber");
        await clerk.TypeAsync("8-0001");
        await clerk.EnterAsync("交付しました");

        Assert.Equal([ReservationState.Completed], await office.SeeAsync(context => Task.FromResult(context.Reservations.Select(row => row.State).ToList())));
        Assert.True(clerk.Seconds < HandOverSeconds, clerk.ToString());
        TestContext.Current.SendDiagnosticMessage(clerk.ToString());
    }
}
