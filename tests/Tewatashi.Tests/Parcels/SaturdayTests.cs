using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.HandOver;
using Tewatashi.HandOver.Closings;
using Tewatashi.Parcels;
using Tewatashi.Staff;
using Tewatashi.Testing;
using Tewatashi.Time;

namespace Tewatashi.Tests.Parcels;

/// <summary>Cards of an opening in another office: there as one batch into its tray, and what was not collected back as one batch.</summary>
public sealed class SaturdayTests
{
    private static readonly DateOnly Day = new(2026, 12, 2);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Tomorrow_s_cards_go_into_the_other_counter_s_tray_as_one_batch_and_come_back_as_one(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var offices = await office.TwoOfficesAsync(cards: 2);
        foreach (var (index, card) in offices.Cards.Index()) await office.BookForCallerAsync(card.Id, offices.Far, Day, new TimeOnly(10, 15 * index));
        var there = await office.ReceivedParcelAsync(offices, [.. offices.Cards]);

        Assert.IsType<TakeParcelIntoTray.CountDiffers>(await TakeAsync(there, offices.Far.Id, 3));
        Assert.IsType<TakeParcelIntoTray.OtherOffice>(await TakeAsync(there, offices.Near.Id, 2));
        Assert.Equal(new TakeParcelIntoTray.Taken(2), await TakeAsync(there, offices.Far.Id, 2));
        Assert.IsType<TakeParcelIntoTray.NotReceived>(await TakeAsync(there, offices.Far.Id, 2));
        Assert.Equal(2, (await office.Staff<SeePickList>().RunAsync(new(Day, offices.Far.Id), office.ByStaff(), CancellationToken.None)).Picked.Count);
        await ParcelTests.AssertSoundAsync(office);

        var back = await office.OpenParcelAsync(offices, ordersByScan: false, back: true);
        Assert.Equal(2, Assert.IsType<PackTray.StillExpected>(await PackAsync(back, offices.Far.Id, 2)).Cards.Count);
        office.Clock.SetUtcNow(JapanTime.InstantOf(Day.AddDays(1), new TimeOnly(9, 0)));
        await office.Staff<MarkNoShows>().RunAsync(office.ByStaff(), CancellationToken.None);
        Assert.IsType<PackTray.CountDiffers>(await PackAsync(back, offices.Far.Id, 1));
        Assert.IsType<PackTray.OtherOffice>(await PackAsync(back, offices.Near.Id, 2));
        Assert.Equal(new PackTray.PackedIn(2, 2), await PackAsync(back, offices.Far.Id, 2));
        Assert.IsType<PackTray.Empty>(await PackAsync(back, offices.Far.Id, 0));
        await office.Staff<SendParcel>().RunAsync(new(back), office.ByStaff(), CancellationToken.None);
        await office.Staff<ReceiveParcel>().RunAsync(new(back), office.ByStaff(), CancellationToken.None);
        Assert.Equal(new TakeParcelIntoTray.Taken(2), await TakeAsync(back, offices.Near.Id, 2));

        Assert.Equal(2, await office.SeeAsync(context => context.Cards.CountAsync(row => row.TrayCounterId == offices.Near.Id)));
        Assert.Equal(2, await office.SeeAsync(context => context.Audit.CountAsync(row => row.Outcome == "CountDiffers")));
        await ParcelTests.AssertSoundAsync(office);

        Task<TakeParcelIntoTray.Outcome> TakeAsync(Guid parcel, Guid counter, int counted) => office.Staff<TakeParcelIntoTray>().RunAsync(new(parcel, counter, counted), office.ByStaff(), CancellationToken.None);

        Task<PackTray.Outcome> PackAsync(Guid parcel, Guid counter, int counted) => office.Staff<PackTray>().RunAsync(new(parcel, counter, counted), office.ByStaff(), CancellationToken.None);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Batch_does_not_go_into_the_tray_of_a_counter_whose_day_is_closed(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var offices = await office.TwoOfficesAsync(cards: 1);
        var parcel = await office.ReceivedParcelAsync(offices, [.. offices.Cards]);
        Assert.IsType<CloseCounter.Closed>(await office.Staff<CloseCounter>().RunAsync(new(offices.Far.Id, office.Today, 0), office.ByStaff(), CancellationToken.None));

        Assert.IsType<TakeParcelIntoTray.CounterClosed>(await office.Staff<TakeParcelIntoTray>().RunAsync(new(parcel, offices.Far.Id, 1), office.ByStaff(), CancellationToken.None));

        Assert.Equal(PlaceKind.Transit, (await office.SeeAsync(context => context.Cards.SingleAsync(row => row.Id == offices.Cards[0].Id))).PlaceKind);
        await ParcelTests.AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Batch_taken_by_two_clerks_at_once_goes_into_one_tray(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var offices = await office.TwoOfficesAsync(cards: 3);
        var other = await office.AddCounterAsync("B2", building: "B");
        var parcel = await office.ReceivedParcelAsync(offices, [.. offices.Cards]);

        var tries = await Task.WhenAll(new[] { offices.Far.Id, other.Id }.Select(counter =>
            office.Staff<TakeParcelIntoTray>().RunAsync(new(parcel, counter, 3), office.ByStaff(), CancellationToken.None)));

        Assert.Single(tries.OfType<TakeParcelIntoTray.Taken>());
        Assert.Single(tries.OfType<TakeParcelIntoTray.NotReceived>());
        Assert.Single(await office.SeeAsync(context => context.Cards.Where(row => row.PlaceKind == PlaceKind.Tray).Select(row => row.TrayCounterId).Distinct().ToListAsync()));
        await ParcelTests.AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pages_take_a_batch_into_a_tray_and_pack_a_tray(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var offices = await office.TwoOfficesAsync(cards: 2);
        var there = await office.ReceivedParcelAsync(offices, [.. offices.Cards]);
        var site = await office.StaffSiteAsync(StaffRoles.Custody);

        var page = await site.GetAsync($"/parcels/{there}");
        Assert.Contains("数えた枚数を数字で入力してください", (await site.SubmitAsync(page, formAction: "IntoTray")).Text, StringComparison.Ordinal);
        var wrong = await site.SubmitAsync(page, new() { ["Tray"] = offices.Far.Id.ToString(), ["Counted"] = "9" }, formAction: "IntoTray");
        Assert.Contains("数えた枚数が記録と違います", wrong.Text, StringComparison.Ordinal);
        page = await site.SubmitAsync(page, new() { ["Tray"] = offices.Far.Id.ToString(), ["Counted"] = "2" }, formAction: "IntoTray");
        Assert.Contains("移送便を完了しました", page.Text, StringComparison.Ordinal);

        var back = await office.OpenParcelAsync(offices, back: true);
        page = await site.SubmitAsync(await site.GetAsync($"/parcels/{back}"), new() { ["Tray"] = offices.Far.Id.ToString(), ["Counted"] = "2" }, formAction: "PackTray");
        Assert.Contains("便の中 2枚", page.Text, StringComparison.Ordinal);
    }
}
