using Microsoft.AspNetCore.Razor.TagHelpers;
using Tewatashi.Web.Forms;
using Tewatashi.Web.Resources;

namespace Tewatashi.Web.Marks;

/// <summary>One line: <c>&lt;tw-summary-row label="受け取り場所" change-url="…"&gt;本庁舎&lt;/tw-summary-row&gt;</c>.</summary>
[HtmlTargetElement("tw-summary-row", Attributes = "label", ParentTag = "tw-summary-list")]
public sealed class SummaryRowTagHelper : TagHelper
{
    public required string Label { get; set; }

    /// <summary>Where the answer can be changed; without it there is no 「変更する」.</summary>
    public string? ChangeUrl { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var value = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "tw-summary__row");
        output.Content.AppendHtml(FieldParts.Element("dt", "tw-summary__label", Label));
        var definition = FieldParts.Element("dd", "tw-summary__value");
        definition.InnerHtml.AppendHtml(value);
        output.Content.AppendHtml(definition);
        if (ChangeUrl is null)
            return;
        var link = FieldParts.Element("a", "tw-link", WebTexts.SummaryChange);
        link.Attributes["href"] = ChangeUrl;
        // "Change" alone says nothing in a list of links.
        link.InnerHtml.AppendHtml(FieldParts.Element("span", "tw-hidden", $"（{Label}）"));
        var action = FieldParts.Element("dd", "tw-summary__action");
        action.InnerHtml.AppendHtml(link);
        output.Content.AppendHtml(action);
    }
}
