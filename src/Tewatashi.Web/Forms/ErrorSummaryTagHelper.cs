using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Tewatashi.Web.Resources;

namespace Tewatashi.Web.Forms;

/// <summary>What is wrong, above everything else on the page, each line leading to its field. Nothing is written while nothing is wrong.</summary>
[HtmlTargetElement("tw-error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext View { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var state = View.ViewData.ModelState;
        if (state.IsValid)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "tw-error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("aria-labelledby", "error-summary-title");
        output.Attributes.SetAttribute("data-tw-focus", "");
        var title = FieldParts.Element("h2", "tw-error-summary__title", WebTexts.ErrorSummaryTitle);
        title.Attributes["id"] = "error-summary-title";
        var list = FieldParts.Element("ul", "tw-error-summary__list");
        foreach (var (key, entry) in state)
            foreach (var error in entry.Errors)
                list.InnerHtml.AppendHtml(Line(key, error));
        output.Content.AppendHtml(title).AppendHtml(list);
    }

    private static TagBuilder Line(string key, ModelError error)
    {
        var line = FieldParts.Element("li");
        if (key.Length == 0)
        {
            line.InnerHtml.Append(error.ErrorMessage);
            return line;
        }
        var link = FieldParts.Element("a", "tw-link", error.ErrorMessage);
        link.Attributes["href"] = "#" + BoundField.IdOf(key);
        line.InnerHtml.AppendHtml(link);
        return line;
    }
}
