using Tewatashi.Testing;

namespace Tewatashi.Tests.Resident;

/// <summary>What a booking asks of the database decides how many a morning bears: the count must not grow unseen.</summary>
public sealed class BookingJourneysTests
{
    /// <summary>From the chosen time to the reservation number, with the two pages in between. Lower it with every journey that is saved.</summary>
    private const int Most = 72;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Booking_from_the_chosen_time_to_its_number_makes_no_more_journeys_to_the_database(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(2);
        // The first booking makes the day; every later one finds it made.
        await (await office.ResidentSiteAsync()).GoToCheckAsync(office, cards[0], "10:00");
        var site = await office.ResidentSiteAsync();
        var days = await site.AnswerAsync(await site.SignInAsync(office, cards[1]));
        var times = await site.GetAsync(days.Document.QuerySelector("a.tw-days__link")!.GetAttribute("href")!); // days are shown

        using var journeys = new Journeys(office.Municipality);
        var mail = await site.SubmitAsync(times, new() { ["StartsAt"] = "11:00" });
        var holding = journeys.Sent.Count;
        var check = await site.SubmitAsync(mail);
        var between = journeys.Sent.Count;
        var booked = await site.SubmitAsync(check, button: "この内容で予約する");

        Assert.Equal("予約しました", booked.Heading);
        var made = holding + journeys.Sent.Count - between;
        Assert.True(made <= Most, $"{made} journeys, {holding} of them for the hold:\n\n{string.Join("\n", journeys.Sent)}");
    }
}
