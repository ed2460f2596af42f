using Microsoft.AspNetCore.Razor.TagHelpers;
using Tewatashi.Web.Forms;

namespace Tewatashi.Web.Marks;

/// <summary>A message about the page or about what was just done: <c>&lt;tw-banner tone="Success" heading="予約しました"&gt;…&lt;/tw-banner&gt;</c>.</summary>
[HtmlTargetElement("tw-banner", Attributes = "heading")]
public sealed class BannerTagHelper : TagHelper
{
    public Tone Tone { get; set; }

    public required string Heading { get; set; }

    /// <summary>The result of what the person just did: read out when the page appears.</summary>
    public bool Announce { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var body = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"tw-banner tw-banner--{Tone.Css()}");
        if (Announce)
        {
            output.Attributes.SetAttribute("role", Tone is Tone.Error ? "alert" : "status");
            output.Attributes.SetAttribute("data-tw-announce", "");
        }
        var heading = FieldParts.Element("p", "tw-banner__heading");
        heading.InnerHtml.AppendHtml(FieldParts.Element("span", "tw-banner__tone", Tone.Word())).Append(Heading);
        output.Content.AppendHtml(heading);
        if (!body.IsEmptyOrWhiteSpace)
        {
            var frame = FieldParts.Element("div", "tw-banner__body");
            frame.InnerHtml.AppendHtml(body);
            output.Content.AppendHtml(frame);
        }
    }
}
