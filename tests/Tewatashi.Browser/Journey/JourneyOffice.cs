using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tewatashi.Data;
using Tewatashi.Mail;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.Testing;

namespace Tewatashi.Browser.Journey;

/// <summary>A municipality whose faces a browser can walk through: its sites, its accounts, its post.</summary>
public sealed partial class JourneyOffice : IAsyncDisposable
{
    public const string Password = "手渡しの長い合言葉です。";
    private readonly string mails = TestDatabase.NewFolder();

    private JourneyOffice(TestOffice office, Uri resident, Uri staff) => (Office, Resident, Staff) = (office, resident, staff);

    /// <summary>What stands on one notice.</summary>
    public sealed record Paper(string Serial, string Number, string Password);

    public TestOffice Office { get; }

    public Uri Resident { get; }

    public Uri Staff { get; }

    public static async Task<JourneyOffice> OpenAsync(Engine engine)
    {
        var office = await TestOffice.OpenAsync(engine);
        var resident = (await office.ResidentSiteAsync()).Address;
        var staff = (await office.StrangerAtStaffSiteAsync()).Address;
        var rules = await office.Staff<ChangeSettings>().CurrentAsync(office.Municipality, CancellationToken.None);
        await office.Staff<ChangeSettings>().RunAsync(new(rules.Version, Rules.Of(rules) with { ResidentUrl = resident.ToString().TrimEnd('/') }), office.ByStaff(), CancellationToken.None);
        return new(office, resident, staff);
    }

    /// <summary>A resident's path.</summary>
    public string PathOf(string path) => $"/{Office.Municipality.Value}/{path}";

    /// <summary>An account of a role.</summary>
    /// <returns>Its user id.</returns>
    public async Task<string> InviteAsync(StaffRoles role)
    {
        var id = UserId.Parse($"{role.ToString().ToLowerInvariant()}-{Office.Municipality.Value}");
        var invited = (InviteStaff.Invited)await Office.Staff<InviteStaff>().RunAsync(new(id, "見本 職員", role), Office.ByStaff(), CancellationToken.None);
        Assert.IsType<SetUpAccount.Done>(await Office.Staff<SetUpAccount>().RunAsync(invited.Token, Password, "test", CancellationToken.None));
        return id.Value;
    }

    public static async Task SignInAsync(Walk walk, string userId)
    {
        await walk.GoAsync("/sign-in");
        await walk.FillAsync("ユーザーID", userId);
        await walk.FillAsync("パスワード", Password);
        await walk.PressAsync("サインイン");
        await Assertions.Expect(walk.Page).ToHaveURLAsync(new Regex("/$"));
    }

    /// <summary>Sends a form of the page as its button would, and takes the PDF that comes.</summary>
    public static async Task<IReadOnlyList<Paper>> PrintAsync(IPage page, string button)
    {
        var form = page.Locator("form", new() { Has = page.GetByRole(AriaRole.Button, new() { NameString = button }) }).First;
        var fields = await form.EvaluateAsync<Dictionary<string, string>>("form => Object.fromEntries(new FormData(form).entries())");
        var action = await form.EvaluateAsync<string>("form => form.action");
        var data = page.Context.APIRequest.CreateFormData();
        foreach (var (name, value) in fields) data.Append(name, value);
        var answer = await page.Context.APIRequest.PostAsync(action, new() { Form = data });
        Assert.Equal("application/pdf", answer.Headers["content-type"]);
        return await ReadAsync(await answer.BodyAsync());
    }

    /// <summary>The mails that are due, sent, as people would read them; newest last.</summary>
    public async Task<IReadOnlyList<string>> MailsAsync()
    {
        while (await Office.Worker<MailSender>().SendDueAsync(new FolderTransport(mails), null, Office.Municipality, CancellationToken.None) > 0)
        {
        }

        return [.. Directory.EnumerateFiles(mails, "*.eml").OrderBy(File.GetLastWriteTimeUtc).Select(file => MimeKit.MimeMessage.Load(file)).Select(mail => $"{mail.Subject}\n{mail.TextBody}")];
    }

    public ValueTask DisposeAsync() => Office.DisposeAsync();

    /// <summary>Reads the A4 guides as text, one page each.</summary>
    private static async Task<IReadOnlyList<Paper>> ReadAsync(byte[] pdf)
    {
        var path = Path.Combine(TestDatabase.NewFolder(), "notices.pdf");
        await File.WriteAllBytesAsync(path, pdf);
        using var reader = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", path, "-"]) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })
            ?? throw new InvalidOperationException("pdftotext (poppler-utils) is not installed.");
        var text = await reader.StandardOutput.ReadToEndAsync();
        await reader.WaitForExitAsync();
        return [.. text.Split('\f').Where(page => SerialText().IsMatch(page)).Select(page => new Paper(SerialText().Match(page).Value, NumberText().Match(page).Value, PasswordText().Match(page).Value))];
    }

    [GeneratedRegex(@"\b[0-9A-Z]{3}-[0-9]{6}\b")]
    private static partial Regex SerialText();

    [GeneratedRegex(@"\b[0-9]{4}-[0-9]{3}-[0-9]{3}\b")]
    private static partial Regex NumberText();

    [GeneratedRegex(@"\b[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}\b")]
    private static partial Regex PasswordText();
}
