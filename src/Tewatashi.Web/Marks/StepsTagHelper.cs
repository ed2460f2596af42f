using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Tewatashi.Web.Forms;
using Tewatashi.Web.Frames;
using Tewatashi.Web.Resources;

namespace Tewatashi.Web.Marks;

/// <summary>Where a person stands in a task of several pages, in words and as a bar. The page's title says it too.</summary>
[HtmlTargetElement("tw-steps", Attributes = "current,total", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StepsTagHelper : TagHelper
{
    /// <summary>Counted from one.</summary>
    public int Current { get; set; }

    public int Total { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext View { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var words = WebTexts.Steps.With(Total, Current);
        View.ViewData[PageTitle.StepKey] = words;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "tw-steps");
        output.Content.AppendHtml(FieldParts.Element("p", "tw-steps__text", words));
        var bar = FieldParts.Element("div", "tw-steps__bar");
        bar.Attributes["aria-hidden"] = "true";
        for (var step = 1; step <= Total; step++)
            bar.InnerHtml.AppendHtml(FieldParts.Element("span", step < Current ? "tw-steps__done" : step == Current ? "tw-steps__current" : "tw-steps__ahead"));
        output.Content.AppendHtml(bar);
    }
}
