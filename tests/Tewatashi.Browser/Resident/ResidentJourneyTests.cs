using Microsoft.Playwright;
using Tewatashi.Testing;

namespace Tewatashi.Browser.Resident;

/// <summary>A resident without a mouse and without a script.</summary>
public sealed class ResidentJourneyTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Booking_goes_by_keyboard_alone_and_without_a_script()
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        await office.AddCounterAsync("H1", booths: 5);
        await office.AddCounterAsync("S1", building: "S");
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var site = await office.ResidentSiteAsync();
        await using var context = await chromium.Browser.NewContextAsync(new() { BaseURL = site.Address.ToString(), JavaScriptEnabled = false, ViewportSize = new() { Width = 320, Height = 640 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(office.At($"sign-in?n={card.ReceptionNumber.Value}"));

        await TabToAsync(page, "Password");
        await page.Keyboard.TypeAsync(card.Password.Value);
        await EnterAsync(page);
        await TabToAsync(page, "Persons[0].Kind");
        await page.Keyboard.PressAsync("Space");
        await EnterAsync(page);
        await TabToAsync(page, "窓口H1");
        await EnterAsync(page);
        await TabToAsync(page, "空きあり");
        await EnterAsync(page);
        await TabToAsync(page, "StartsAt");
        await page.Keyboard.PressAsync("Space");
        await EnterAsync(page);
        await TabToAsync(page, "Address");
        await EnterAsync(page);
        await TabToAsync(page, "この内容で予約する");
        await EnterAsync(page);

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("予約しました");
    }

    private static async Task EnterAsync(IPage page)
    {
        var before = page.Url;
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url != before);
    }

    /// <summary>Presses Tab until the focus is on the field of this name, or on what says so.</summary>
    private static async Task TabToAsync(IPage page, string nameOrWords)
    {
        for (var presses = 0; presses < 60; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("words => document.activeElement.name === words || (!!document.activeElement.textContent && document.activeElement.matches('a, button') && document.activeElement.textContent.includes(words))", nameOrWords)) return;
        }

        Assert.Fail($"{nameOrWords} is not reached by Tab on {page.Url}.");
    }
}
