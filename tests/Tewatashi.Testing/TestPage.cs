using System.Net;
using AngleSharp.Html.Dom;

namespace Tewatashi.Testing;

/// <summary>A page as it came, parsed.</summary>
public sealed record TestPage(HttpResponseMessage Response, string Html, IHtmlDocument Document)
{
    public HttpStatusCode Status => Response.StatusCode;

    /// <summary>Where it came from, after redirects.</summary>
    public Uri Address => Response.RequestMessage!.RequestUri!; // answered

    /// <summary>What a person reads in its main part, white space folded.</summary>
    public string Text => string.Join(' ', (Document.QuerySelector("main")?.TextContent ?? Document.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Every row of its tables, the cells between bars.</summary>
    public IEnumerable<string> Rows => Document.QuerySelectorAll("main table tr").Select(row =>
        string.Join(" | ", row.Children.Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))));

    public string Heading => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";
}
