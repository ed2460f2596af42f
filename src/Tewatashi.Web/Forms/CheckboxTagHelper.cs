using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tewatashi.Web.Forms;

/// <summary>A single box to tick, for a bool: <c>&lt;tw-checkbox for="IsAgreed" label="内容を確認しました"&gt;</c>. Unticked posts nothing, which binds to false.</summary>
[HtmlTargetElement("tw-checkbox", Attributes = "for,label")]
public sealed class CheckboxTagHelper : TagHelper
{
    [HtmlAttributeName("for")]
    public required ModelExpression Field { get; set; }

    public required string Label { get; set; }

    public string? Support { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext View { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var field = new BoundField(View, Field);
        var described = new List<string>();
        if (Support is not null)
            described.Add(field.SupportId);
        if (field.IsInvalid)
            described.Add(field.ErrorId);

        var input = FieldParts.Element("input", "tw-checkbox__input");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["type"] = "checkbox";
        input.Attributes["id"] = field.Id;
        input.Attributes["name"] = field.Name;
        input.Attributes["value"] = "true";
        if (field.Text.StartsWith("true", StringComparison.OrdinalIgnoreCase))
            input.Attributes["checked"] = "checked";
        if (field.IsInvalid)
            input.Attributes["aria-invalid"] = "true";
        if (described.Count > 0)
            input.Attributes["aria-describedby"] = string.Join(' ', described);
        foreach (var other in output.Attributes)
            input.MergeAttribute(other.Name, other.Value?.ToString() ?? "", replaceExisting: true);

        var label = FieldParts.Element("label", "tw-choice tw-checkbox");
        label.InnerHtml.AppendHtml(input).AppendHtml(FieldParts.Element("span", "tw-choice__text", Label));

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", field.IsInvalid ? "tw-field tw-field--invalid" : "tw-field");
        output.Content.AppendHtml(label);
        if (Support is not null)
            output.Content.AppendHtml(FieldParts.Support(field, Support, null));
        if (field.IsInvalid)
            output.Content.AppendHtml(FieldParts.Errors(field.ErrorId, field.Errors));
    }
}
