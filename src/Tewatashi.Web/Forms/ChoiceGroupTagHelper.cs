using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tewatashi.Web.Forms;

/// <summary>One answer (<c>tw-radios</c>) or several (<c>tw-checkboxes</c>) out of a few that are all seen at once.</summary>
[HtmlTargetElement("tw-radios", Attributes = "for,label,choices")]
[HtmlTargetElement("tw-checkboxes", Attributes = "for,label,choices")]
public sealed class ChoiceGroupTagHelper : FieldTagHelper
{
    private string type = "radio";

    public IEnumerable<Choice> Choices { get; set; } = [];

    /// <summary>Side by side instead of one under the other; for short answers.</summary>
    public bool Inline { get; set; }

    protected override bool IsGroup => true;

    public override void Init(TagHelperContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        type = context.TagName == "tw-checkboxes" ? "checkbox" : "radio";
    }

    protected override IHtmlContent Control(BoundField field, string? describedBy, IEnumerable<TagHelperAttribute> others)
    {
        ArgumentNullException.ThrowIfNull(field);
        var list = FieldParts.Element("div", Inline ? "tw-choices tw-choices--inline" : "tw-choices");
        var chosen = field.Values;
        var attributes = others.ToList();
        foreach (var (index, choice) in Choices.Index())
            list.InnerHtml.AppendHtml(Line(field, choice, $"{field.Id}-{index.ToString(CultureInfo.InvariantCulture)}", chosen.Contains(choice.Value), attributes));
        return list;
    }

    private TagBuilder Line(BoundField field, Choice choice, string id, bool isChosen, List<TagHelperAttribute> others)
    {
        var input = FieldParts.Element("input", $"tw-{type}__input");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["type"] = type;
        input.Attributes["id"] = id;
        input.Attributes["name"] = field.Name;
        input.Attributes["value"] = choice.Value;
        if (isChosen)
            input.Attributes["checked"] = "checked";
        if (choice.IsDisabled)
            input.Attributes["disabled"] = "disabled";
        if (choice.Support is not null)
            input.Attributes["aria-describedby"] = id + "-support";
        foreach (var other in others)
            input.MergeAttribute(other.Name, other.Value?.ToString() ?? "", replaceExisting: true);

        var label = FieldParts.Element("label", $"tw-choice tw-{type}");
        label.InnerHtml.AppendHtml(input).AppendHtml(FieldParts.Element("span", "tw-choice__text", choice.Text));
        var line = FieldParts.Element("div", "tw-choices__line");
        line.InnerHtml.AppendHtml(label);
        if (choice.Support is not null)
        {
            var support = FieldParts.Element("div", "tw-choice__support", choice.Support);
            support.Attributes["id"] = id + "-support";
            line.InnerHtml.AppendHtml(support);
        }
        return line;
    }
}
