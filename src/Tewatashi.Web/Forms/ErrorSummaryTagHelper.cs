using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Tewatashi.Web.Resources;

namespace Tewatashi.Web.Forms;

/// <summary>What is wrong, above everything else on the page, each line leading to its field, in the order of the page. Nothing is written while nothing is wrong.</summary>
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
        output.Content.AppendHtml(title).AppendHtml(new Lines(state, FieldOrder.Of(View)));
    }

    /// <summary>Written when the page is sent: only then are its fields and their order known.</summary>
    private sealed class Lines(ModelStateDictionary state, FieldOrder order) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var list = FieldParts.Element("ul", "tw-error-summary__list");
            foreach (var (key, entry) in state.OrderBy(pair => order.Of(pair.Key)))
                foreach (var error in entry?.Errors ?? [])
                    list.InnerHtml.AppendHtml(Line(key, error));
            list.WriteTo(writer, encoder);
        }

        private TagBuilder Line(string key, ModelError error)
        {
            var line = FieldParts.Element("li");
            if (!order.Shows(key))
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
}
