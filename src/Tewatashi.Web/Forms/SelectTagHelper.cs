using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Tewatashi.Web.Resources;

namespace Tewatashi.Web.Forms;

/// <summary>A drop-down list, for more than about seven choices; fewer are better seen at once as a radio group.</summary>
[HtmlTargetElement("tw-select", Attributes = "for,label,choices")]
public sealed class SelectTagHelper : FieldTagHelper
{
    public IEnumerable<Choice> Choices { get; set; } = [];

    /// <summary>The first line, which stands for no answer. Empty leaves it out.</summary>
    public string? EmptyText { get; set; } = WebTexts.SelectEmpty;

    protected override IHtmlContent Control(BoundField field, string? describedBy, IEnumerable<TagHelperAttribute> others)
    {
        ArgumentNullException.ThrowIfNull(field);
        var select = FieldParts.Element("select", "tw-select");
        if (!string.IsNullOrEmpty(EmptyText))
            select.InnerHtml.AppendHtml(Option("", EmptyText, isChosen: false, isDisabled: false));
        foreach (var choice in Choices)
            select.InnerHtml.AppendHtml(Option(choice.Value, choice.Text, field.Values.Contains(choice.Value), choice.IsDisabled));
        Dress(select, field, describedBy, others);
        var frame = FieldParts.Element("div", "tw-select-frame");
        frame.InnerHtml.AppendHtml(select);
        return frame;
    }

    private static Microsoft.AspNetCore.Mvc.Rendering.TagBuilder Option(string value, string text, bool isChosen, bool isDisabled)
    {
        var option = FieldParts.Element("option", null, text);
        option.Attributes["value"] = value;
        if (isChosen)
            option.Attributes["selected"] = "selected";
        if (isDisabled)
            option.Attributes["disabled"] = "disabled";
        return option;
    }
}
