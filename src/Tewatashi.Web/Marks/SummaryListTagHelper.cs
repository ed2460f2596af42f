using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tewatashi.Web.Marks;

/// <summary>Questions and answers to check, or the facts of one thing. Holds <c>tw-summary-row</c> only.</summary>
[HtmlTargetElement("tw-summary-list")]
[RestrictChildren("tw-summary-row")]
public sealed class SummaryListTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "dl";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "tw-summary");
    }
}
