using Microsoft.AspNetCore.Razor.TagHelpers;
using Tewatashi.Web.Forms;

namespace Tewatashi.Web.Marks;

/// <summary>
/// A table with its caption, scrolling sideways by itself on a narrow screen: <c>&lt;tw-table caption="本日の予約"&gt;&lt;thead&gt;…</c>. Every <c>th</c> says its
/// <c>scope</c>.
/// </summary>
[HtmlTargetElement("tw-table", Attributes = "caption")]
public sealed class TableTagHelper : TagHelper
{
    public required string Caption { get; set; }

    /// <summary>Where a heading just above already says the same: the caption is then only read out.</summary>
    public bool HideCaption { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var rows = await output.GetChildContentAsync();
        var given = output.Attributes["class"]?.Value?.ToString();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", given is null ? "tw-table-frame" : $"tw-table-frame {given}");
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("aria-label", Caption);
        // Without it a keyboard cannot scroll the table in every browser; the script takes it away where nothing overflows.
        output.Attributes.SetAttribute("tabindex", "0");
        output.Attributes.SetAttribute("data-tw-scroll", "");
        var table = FieldParts.Element("table", "tw-table");
        table.InnerHtml.AppendHtml(FieldParts.Element("caption", HideCaption ? "tw-hidden" : null, Caption)).AppendHtml(rows);
        output.Content.AppendHtml(table);
    }
}
