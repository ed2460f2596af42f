using Tewatashi.Municipalities;

namespace Tewatashi.Testing;

/// <summary>A resident at the resident face, page by page.</summary>
public static class TestResident
{
    /// <summary>An address of the office's resident face.</summary>
    public static string At(this TestOffice office, string path) => $"/{office.Municipality.Value}/{path}";

    /// <returns>The first page behind the sign-in.</returns>
    public static async Task<TestPage> SignInAsync(this TestSite site, TestOffice office, NotifiedCard card) =>
        await site.SignInAsync(office, card.ReceptionNumber.Display, card.Password.Value);

    public static async Task<TestPage> SignInAsync(this TestSite site, TestOffice office, string number, string password) =>
        await site.SubmitAsync(await site.GetAsync(office.At("sign-in")), new() { ["Number"] = number, ["Password"] = password });

    /// <summary>From 「どなたが受け取りに来ますか」 to the days of the only counter.</summary>
    public static Task<TestPage> AnswerAsync(this TestSite site, TestPage page, RecipientKind kind = RecipientKind.Applicant, int count = 1) =>
        site.SubmitAsync(page, new() { ["Persons[0].Kind"] = kind.ToString(), ["Persons[0].ProxyName"] = "", ["Count"] = count.ToString(System.Globalization.CultureInfo.InvariantCulture) });

    /// <summary>From the days to a held time: the first day that is open, the given time or its first one.</summary>
    public static async Task<TestPage> ChooseTimeAsync(this TestSite site, TestPage days, string? time = null)
    {
        var times = await site.GetAsync(days.Document.QuerySelector("a.tw-days__link")?.GetAttribute("href") ?? throw new InvalidOperationException($"No open day on {days.Address}:\n{days.Text}"));
        return await site.SubmitAsync(times, new() { ["StartsAt"] = time ?? times.Document.QuerySelector("input[name=StartsAt]")!.GetAttribute("value")! }); // the page is not shown without
    }

    /// <summary>Signs in and goes on to the check of the answers, without a mail address.</summary>
    public static async Task<TestPage> GoToCheckAsync(this TestSite site, TestOffice office, NotifiedCard card, string? time = null)
    {
        var days = await site.AnswerAsync(await site.SignInAsync(office, card));
        return await site.SubmitAsync(await site.ChooseTimeAsync(days, time));
    }
}
