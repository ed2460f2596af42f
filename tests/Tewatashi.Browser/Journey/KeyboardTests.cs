using Tewatashi.Testing;

namespace Tewatashi.Browser.Journey;

/// <summary>A resident without a mouse.</summary>
public sealed class KeyboardTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Booking_is_made_by_keyboard_alone()
    {
        await using var journey = await JourneyOffice.OpenAsync(Engine.Sqlite);
        await journey.Office.AddCounterAsync();
        var card = (await journey.Office.AddNotifiedCardsAsync(1))[0];
        var walk = new Walk(await chromium.NewPersonAsync(journey.Resident, 320), axe: false);
        await walk.GoAsync(journey.PathOf("sign-in"));

        await walk.TabToAsync("#Number");
        await walk.Page.Keyboard.TypeAsync(card.ReceptionNumber.Value);
        await walk.TabToAsync("#Password");
        await walk.Page.Keyboard.TypeAsync(card.Password.Value);
        await walk.KeyToNextPageAsync("Enter");
        await walk.GoAsync(journey.PathOf("reserve"));
        await walk.TabToAsync("input[type=radio][name='Persons[0].Kind']");
        await walk.Page.Keyboard.PressAsync("Space");
        await walk.TabToAsync("main form button");
        await walk.KeyToNextPageAsync("Enter");
        if (walk.Page.Url.EndsWith("/place", StringComparison.Ordinal))
        {
            await walk.TabToAsync("main .tw-entries a");
            await walk.KeyToNextPageAsync("Enter");
        }

        await walk.TabToAsync("main .tw-days__link");
        await walk.KeyToNextPageAsync("Enter");
        await walk.TabToAsync("input[type=radio][name=StartsAt]");
        await walk.Page.Keyboard.PressAsync("Space");
        await walk.TabToAsync("main form button");
        await walk.KeyToNextPageAsync("Enter");
        await walk.TabToAsync("main #booking button");
        await walk.KeyToNextPageAsync("Enter");
        await walk.TabToAsync("main #booking button");
        await walk.KeyToNextPageAsync("Enter");

        await walk.SeeAsync("予約番号");
        Assert.Empty((await new Check(journey.Office.Provider).RunAsync(journey.Office.Municipality, CancellationToken.None)).Violations);
    }
}
