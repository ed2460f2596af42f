using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tewatashi.Web.Marks;

/// <summary>A status as a small mark around its words: <c>&lt;tw-status tone="Success"&gt;交付前設定済&lt;/tw-status&gt;</c>.</summary>
[HtmlTargetElement("tw-status")]
public sealed class StatusTagHelper : TagHelper
{
    public Tone Tone { get; set; } = Tone.Neutral;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"tw-status tw-status--{Tone.Css()}");
    }
}
