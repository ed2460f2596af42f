using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Tewatashi.Web.Forms;
using Tewatashi.Web.Resources;

namespace Tewatashi.Web.Marks;

/// <summary>The pages of a long list. Nothing is written for a list of one page.</summary>
[HtmlTargetElement("tw-pagination", Attributes = "current,total,url", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PaginationTagHelper : TagHelper
{
    /// <summary>Counted from one.</summary>
    public int Current { get; set; }

    public int Total { get; set; }

    /// <summary>Tells two lists of one page apart.</summary>
    public string Name { get; set; } = WebTexts.PaginationName;

    /// <summary>The address of a page by its number.</summary>
    public Func<int, string> Url { get; set; } = page => string.Create(CultureInfo.InvariantCulture, $"?p={page}");

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Total <= 1)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "tw-pagination");
        output.Attributes.SetAttribute("aria-label", Name);
        var list = FieldParts.Element("ul", "tw-pagination__list");
        if (Current > 1)
            list.InnerHtml.AppendHtml(Line(Link(Current - 1, WebTexts.PaginationPrevious, null)));
        var last = 0;
        foreach (var page in Shown())
        {
            if (page > last + 1)
                list.InnerHtml.AppendHtml(Line(FieldParts.Element("span", "tw-pagination__gap", "…")));
            var number = page.ToString(CultureInfo.InvariantCulture);
            list.InnerHtml.AppendHtml(Line(Link(page, number, WebTexts.PaginationPage.With(page))));
            last = page;
        }
        if (Current < Total)
            list.InnerHtml.AppendHtml(Line(Link(Current + 1, WebTexts.PaginationNext, null)));
        output.Content.AppendHtml(list);
    }

    private IEnumerable<int> Shown() =>
        Enumerable.Range(1, Total).Where(page => page == 1 || page == Total || Math.Abs(page - Current) <= 1);

    private static TagBuilder Line(TagBuilder content)
    {
        var line = FieldParts.Element("li");
        line.InnerHtml.AppendHtml(content);
        return line;
    }

    private TagBuilder Link(int page, string text, string? spoken)
    {
        var link = FieldParts.Element("a", "tw-pagination__link", text);
        link.Attributes["href"] = Url(page);
        if (spoken is not null)
            link.Attributes["aria-label"] = spoken;
        if (page == Current && spoken is not null)
            link.Attributes["aria-current"] = "page";
        return link;
    }
}
