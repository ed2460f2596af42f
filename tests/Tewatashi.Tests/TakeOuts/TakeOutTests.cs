using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.HandOver;
using Tewatashi.Lists;
using Tewatashi.Missing;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.Storage;
using Tewatashi.TakeOuts;
using Tewatashi.Testing;
using Tewatashi.Tests.Parcels;
using Tewatashi.Time;

namespace Tewatashi.Tests.TakeOuts;

/// <summary>持出し: out with a named member of staff until a time, and back by scan.</summary>
public sealed class TakeOutTests
{
    private static readonly DateTimeOffset Four = JapanTime.InstantOf(new DateOnly(2026, 11, 24), new TimeOnly(16, 0));

    /// <summary>How the rule of outings is broken behind the use cases.</summary>
    public static readonly IReadOnlyDictionary<string, Func<TewatashiContext, Task<int>>> Bent = new Dictionary<string, Func<TewatashiContext, Task<int>>>
    {
        ["持出し中のカードだけに、戻っていない持出しの記録が1つある"] = context => context.TakeOuts.ExecuteUpdateAsync(set => set
            .SetProperty(row => row.EndedAt, DateTimeOffset.UnixEpoch)
            .SetProperty(row => row.EndedBy, "nobody")),
    };

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_goes_out_with_a_named_person_and_back_into_a_box(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var offices = await office.TwoOfficesAsync(cards: 1);
        var label = offices.Cards[0].Card.SerialNumber;
        var carrier = await office.AddStaffAsync("carrier", StaffRoles.Counter);

        Assert.Equal(carrier.DisplayName, Assert.IsType<TakeOutCard.TakenOut>(await TakeAsync(office, label, carrier.Id)).StaffMember);
        Assert.IsType<TakeOutCard.AlreadyOut>(await TakeAsync(office, label, carrier.Id));
        await ParcelTests.AssertSoundAsync(office);
        Assert.Equal([[label.Display, carrier.DisplayName, "自宅への訪問", office.Clock.GetUtcNow(), Four, null, "持出し中"]], await RowsAsync());
        Assert.Equal((1, 0, true), await NumbersAsync());
        office.Clock.SetUtcNow(Four);
        Assert.Equal((1, 0, true), await NumbersAsync());
        office.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal((1, 1, true), await NumbersAsync());
        office.Clock.AdjustTime(Four.AddHours(-1));

        var back = Assert.IsType<BringBackCard.Back>(await BringAsync(office, offices.NearBoxes[1], label));
        Assert.Equal((false, 0), (back.Late, back.Left));
        Assert.Equal(new BringBackCard.NotOut(PlaceKind.Storage), await BringAsync(office, offices.NearBoxes[1], label));
        Assert.Empty(await RowsAsync());
        await ParcelTests.AssertSoundAsync(office);

        async Task<IReadOnlyList<IEnumerable<object?>>> RowsAsync() =>
            [.. (await office.Staff<SeeList>().RunAsync(new(ListAsk.Of(new TakeOutList(), office.Today), 1), office.ByStaff(), CancellationToken.None)).Lines.Select(line => line.Cells.Select(cell => cell.Value))];

        async Task<(int Out, int Overdue, bool Carries)> NumbersAsync()
        {
            var view = await office.Staff<SeeTakeOuts>().RunAsync(office.Municipality, CancellationToken.None);
            return (view.Out, view.Overdue, view.Staff.Any(member => member.Id == carrier.Id));
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_taken_out_is_booked_only_for_days_after_it_is_back_and_the_desk_says_why(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var offices = await office.TwoOfficesAsync(cards: 2);
        var carrier = await office.AddStaffAsync("carrier", StaffRoles.Counter);
        var friday = new DateOnly(2026, 11, 27);
        Assert.IsType<TakeOutCard.TakenOut>(await office.Staff<TakeOutCard>().RunAsync(
            new(offices.Cards[0].Card.SerialNumber, carrier.Id, TakeOutKind.TemporaryCounter, JapanTime.InstantOf(friday, new TimeOnly(12, 0))), office.ByStaff(), CancellationToken.None));

        async Task<BookForCaller.Outcome> BookAsync(DateOnly day, params Guid[] cards) => await office.Staff<BookForCaller>().RunAsync(
            new([.. cards.Select(card => new VisitPerson(card, RecipientKind.Applicant))], offices.Near.Id, day, new TimeOnly(10, 0), Proven: true), office.ByStaff(), CancellationToken.None);

        var refused = Assert.IsType<SeatRefusal.OutsidePeriod>(Assert.IsType<BookForCaller.Refused>(await BookAsync(friday, offices.Cards[0].Id)).Why);
        Assert.Equal((DayReason.TakenOut, new DateOnly(2026, 11, 30)), (refused.Earliest.Reason, refused.Earliest.On)); // Monday
        Assert.StartsWith("カードを持ち出していて、戻るのを待つため、この窓口では", refused.Earliest.Sentence, StringComparison.Ordinal);
        Assert.IsType<BookForCaller.Booked>(await BookAsync(friday, offices.Cards[1].Id));
        Assert.IsType<BookForCaller.Booked>(await BookAsync(new DateOnly(2026, 11, 30), offices.Cards[0].Id));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_that_may_not_go_out_is_refused_by_name(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var offices = await office.TwoOfficesAsync(cards: 3);
        var labels = offices.Cards.Select(card => card.Card.SerialNumber).ToList();
        var carrier = await office.AddStaffAsync("carrier", StaffRoles.Counter);
        await office.BookForCallerAsync(offices.Cards[0].Id, offices.Near, new DateOnly(2026, 11, 25), new TimeOnly(10, 0));
        await office.Staff<SuspendCard>().RunAsync(new(offices.Cards[1].Id, Suspension.Hospitalised), office.ByStaff(), CancellationToken.None);
        await office.PackAsync(await office.OpenParcelAsync(offices), labels[2]);
        var fresh = (await office.AddCardsAsync(1, CardProgress.Inspected))[0];
        await office.StoreAsync(offices.NearBoxes[0], fresh);

        Assert.Equal(new TakeOutCard.BookedBefore("窓口H1", new DateOnly(2026, 11, 25), new TimeOnly(10, 0)), await TakeAsync(office, labels[0], carrier.Id, Four.AddDays(1)));
        Assert.IsType<TakeOutCard.Suspended>(await TakeAsync(office, labels[1], carrier.Id));
        Assert.Equal(new TakeOutCard.Elsewhere(PlaceKind.Transit), await TakeAsync(office, labels[2], carrier.Id));
        Assert.IsType<TakeOutCard.NotPrepared>(await TakeAsync(office, fresh.SerialNumber, carrier.Id));
        Assert.IsType<TakeOutCard.UnknownStaff>(await TakeAsync(office, labels[0], Ids.New()));
        Assert.IsType<TakeOutCard.BackByPast>(await TakeAsync(office, labels[0], carrier.Id, office.Clock.GetUtcNow()));
        Assert.IsType<TakeOutCard.UnknownCard>(await TakeAsync(office, SerialNumber.Parse("ZZZ999999"), carrier.Id));
        Assert.IsType<TakeOutCard.TakenOut>(await TakeAsync(office, labels[0], carrier.Id)); // back before the visit
        await ParcelTests.AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_handed_over_on_a_visit_passes_the_gate_and_is_no_longer_out(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 2);
        await using var office = day.Office;
        var carrier = await office.AddStaffAsync("carrier", StaffRoles.Counter);
        day.At(8, 0);
        await office.Staff<TakeOutCard>().RunAsync(new(day.Cards[0].Card.SerialNumber, carrier.Id, TakeOutKind.HomeVisit, JapanTime.InstantOf(day.Day, new TimeOnly(9, 0))), office.ByStaff(), CancellationToken.None);
        day.At(10, 0);
        await day.CheckInAsync(0);

        Assert.IsType<HandOverCard.HandedOver>(await day.HandOverAsync(await day.GoodFormAsync()));

        Assert.Equal(PlaceKind.WithResident, (await day.CardAsync(0)).PlaceKind);
        Assert.Equal(0, await office.SeeAsync(context => context.TakeOuts.CountAsync(row => row.EndedAt == null)));
        await ParcelTests.AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_that_does_not_come_back_is_searched_from_the_outing_on(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var offices = await office.TwoOfficesAsync(cards: 1);
        var carrier = await office.AddStaffAsync("carrier", StaffRoles.Counter);
        await TakeAsync(office, offices.Cards[0].Card.SerialNumber, carrier.Id);

        Assert.IsType<MissCard.Missed>(await office.Staff<MissCard>().RunAsync(new(offices.Cards[0].Id, MissingReason.Other), office.ByStaff(), CancellationToken.None));

        Assert.Equal(PlaceKind.TakenOut, (await office.SeeAsync(context => context.MissingCards.SingleAsync())).LastKind);
        Assert.Equal(new BringBackCard.NotOut(PlaceKind.Missing), await BringAsync(office, offices.NearBoxes[0], offices.Cards[0].Card.SerialNumber));
        await ParcelTests.AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_clerks_who_take_one_card_out_or_bring_it_back_do_it_once(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var offices = await office.TwoOfficesAsync(cards: 1);
        var label = offices.Cards[0].Card.SerialNumber;
        var carrier = await office.AddStaffAsync("carrier", StaffRoles.Counter);

        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TakeAsync(office, label, carrier.Id)));
        Assert.Single(taken.OfType<TakeOutCard.TakenOut>());
        var back = await Task.WhenAll(Enumerable.Range(0, 4).Select(turn => BringAsync(office, offices.NearBoxes[turn % 2], label)));

        Assert.Single(back.OfType<BringBackCard.Back>());
        Assert.Equal(1, await office.SeeAsync(context => context.TakeOuts.CountAsync()));
        await ParcelTests.AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pages_take_out_bring_back_and_alarm_when_it_is_late(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var offices = await office.TwoOfficesAsync(cards: 1);
        var label = offices.Cards[0].Card.SerialNumber;
        var carrier = await office.AddStaffAsync("carrier", StaffRoles.Counter);
        var site = await office.StaffSiteAsync(StaffRoles.Custody);

        var page = await site.GetAsync("/take-outs");
        var empty = await site.SubmitAsync(page, new() { ["Scan"] = label.Value });
        Assert.Equal(4, empty.Document.QuerySelectorAll(".tw-error-summary li").Length);
        page = await site.SubmitAsync(page, new()
        {
            ["Carrier"] = carrier.Id.ToString(),
            ["Kind"] = nameof(TakeOutKind.Institution),
            ["BackOn.Year"] = "2026",
            ["BackOn.Month"] = "11",
            ["BackOn.Day"] = "24",
            ["BackAt"] = "16:00",
            ["Scan"] = label.Value,
        });
        Assert.Contains($"持ち出しました {label.Display}", page.Text, StringComparison.Ordinal);
        Assert.Contains("持出し中のカード 1枚", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("戻る時刻を過ぎた", (await site.GetAsync("/")).Text, StringComparison.Ordinal);

        office.Clock.SetUtcNow(Four.AddMinutes(1));
        site = await office.StaffSiteAsync(StaffRoles.Custody); // the session of the morning is over
        Assert.Contains("戻る時刻を過ぎた持出しのカードが1枚あります", (await site.GetAsync("/")).Text, StringComparison.Ordinal);
        page = await site.GetAsync("/take-outs/return");
        Assert.Contains("先に箱のラベルを読み取ってください", (await site.SubmitAsync(page, new() { ["Scan"] = label.Value })).Text, StringComparison.Ordinal);
        page = await site.SubmitAsync(page, new() { ["Scan"] = $"{ScanCode.OfLocation(offices.NearBoxes[0].Value)}\n{ScanCode.OfCard(label.Value)}" });
        Assert.Contains("戻しました(遅れ)", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("戻る時刻を過ぎた", (await site.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Check_finds_a_card_that_is_out_without_a_record(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var offices = await office.TwoOfficesAsync(cards: 1);
        var carrier = await office.AddStaffAsync("carrier", StaffRoles.Counter);
        await TakeAsync(office, offices.Cards[0].Card.SerialNumber, carrier.Id);
        var (rule, bend) = Assert.Single(Bent);

        await office.Staff<Database>().UnrecordedAsync(office.Municipality, bend);

        Assert.Contains(rule, (await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None)).Violations.Select(row => row.Invariant));
    }

    private static Task<TakeOutCard.Outcome> TakeAsync(TestOffice office, SerialNumber label, Guid carrier, DateTimeOffset? backBy = null) =>
        office.Staff<TakeOutCard>().RunAsync(new(label, carrier, TakeOutKind.HomeVisit, backBy ?? Four), office.ByStaff(), CancellationToken.None);

    private static Task<BringBackCard.Outcome> BringAsync(TestOffice office, LocationPath box, SerialNumber label) =>
        office.Staff<BringBackCard>().RunAsync(new(box, label), office.ByStaff(), CancellationToken.None);
}
