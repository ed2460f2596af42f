using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;

namespace Tewatashi.Testing;

/// <summary>A face on a port of its own, used as a browser without script would: pages are fetched, parsed, their forms filled in and sent.</summary>
public sealed class TestSite : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient client;

    private TestSite(WebApplication app, HttpClient client, CookieContainer cookies)
    {
        this.app = app;
        this.client = client;
        Cookies = cookies;
    }

    public CookieContainer Cookies { get; }

    /// <summary>Such as <c>http://127.0.0.1:43210/</c>.</summary>
    public Uri Address => client.BaseAddress!; // set when made

    public HttpClient Client => client;

    public static async Task<TestSite> StartAsync(WebApplication app)
    {
        app.Urls.Add("http://127.0.0.1:0");
        await app.StartAsync();
        var cookies = new CookieContainer();
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, UseCookies = true }) { BaseAddress = new Uri(app.Urls.Single()) };
        return new(app, client, cookies);
    }

    /// <summary>Follows redirects, as a browser does.</summary>
    public async Task<TestPage> GetAsync(string path) => await ReadAsync(await client.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute)));

    /// <summary>Sends a form of a page: its own fields as they stand, then the given ones.</summary>
    /// <param name="formAction">Part of the form's action, where the page's main part holds several forms.</param>
    public async Task<TestPage> SubmitAsync(TestPage page, Dictionary<string, string>? fields = null, string? formAction = null, string? button = null)
    {
        var response = await client.PostAsync(FormAddress(page, formAction), new FormUrlEncodedContent(Fields(page, fields, formAction, button)));
        return await ReadAsync(response);
    }

    /// <summary>As <see cref="SubmitAsync"/>, for an answer that is a file.</summary>
    public Task<HttpResponseMessage> DownloadAsync(TestPage page, Dictionary<string, string>? fields = null, string? formAction = null, string? button = null) =>
        client.PostAsync(FormAddress(page, formAction), new FormUrlEncodedContent(Fields(page, fields, formAction, button)));

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static IHtmlFormElement Form(TestPage page, string? action) =>
        page.Document.QuerySelectorAll("main form").OfType<IHtmlFormElement>().FirstOrDefault(form => form.Method == "post" && (action is null || (form.GetAttribute("action") ?? "").Contains(action, StringComparison.Ordinal)))
        ?? throw new InvalidOperationException($"No form {action} on {page.Address}:\n{page.Text}");

    private static Uri FormAddress(TestPage page, string? action)
    {
        var own = Form(page, action).GetAttribute("action");
        return string.IsNullOrEmpty(own) ? page.Address : new Uri(page.Address, own);
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(TestPage page, Dictionary<string, string>? fields, string? action, string? button)
    {
        var form = Form(page, action);
        fields ??= [];
        foreach (var input in form.QuerySelectorAll("input[name]").OfType<IHtmlInputElement>())
        {
            if (fields.ContainsKey(input.Name!) || input.Type is "submit" or "file" || (input.Type is "radio" or "checkbox" && !input.IsChecked)) continue; // selected by name
            yield return new(input.Name!, input.Value); // selected by name
        }

        foreach (var select in form.QuerySelectorAll("select[name]").OfType<IHtmlSelectElement>())
        {
            if (!fields.ContainsKey(select.Name!)) yield return new(select.Name!, select.Value ?? ""); // selected by name
        }

        foreach (var area in form.QuerySelectorAll("textarea[name]").OfType<IHtmlTextAreaElement>())
        {
            if (!fields.ContainsKey(area.Name!)) yield return new(area.Name!, area.Value); // selected by name
        }

        foreach (var field in fields) yield return field;
        if (button is null) yield break;
        var pressed = form.QuerySelectorAll("button").OfType<IHtmlButtonElement>().Single(element => element.TextContent.Trim() == button);
        if (pressed.Name is { Length: > 0 } name) yield return new(name, pressed.Value);
    }

    private static async Task<TestPage> ReadAsync(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        return new TestPage(response, html, await new HtmlParser().ParseDocumentAsync(html));
    }
}
