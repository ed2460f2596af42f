using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tewatashi.Web.Forms;

/// <summary>
/// What every field has in common. Child content is richer support text (a link, an example). Attributes that are not named here go to the input
/// itself: <c>autocomplete</c>, <c>inputmode</c>, <c>maxlength</c>, <c>lang</c>.
/// </summary>
public abstract class FieldTagHelper : TagHelper
{
    /// <summary>The property of the page's model.</summary>
    [HtmlAttributeName("for")]
    public required ModelExpression Field { get; set; }

    /// <summary>The field's name, as the person reads it.</summary>
    public required string Label { get; set; }

    /// <summary>Shows ※任意 instead of ※必須.</summary>
    public bool Optional { get; set; }

    /// <summary>What helps to fill it in, between name and input. Never a placeholder.</summary>
    public string? Support { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext View { get; set; }

    /// <summary>A group of inputs under one legend, rather than one input with a label.</summary>
    protected virtual bool IsGroup => false;

    public sealed override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var field = new BoundField(View, Field);
        var errors = ErrorsOf(field);
        var child = await output.GetChildContentAsync();
        var rich = child.IsEmptyOrWhiteSpace ? null : child;
        var hasSupport = Support is not null || rich is not null;
        var control = Control(field, DescribedBy(field, hasSupport, errors.Count > 0), output.Attributes);

        output.Attributes.Clear();
        output.TagMode = TagMode.StartTagAndEndTag;
        output.TagName = IsGroup ? "fieldset" : "div";
        output.Attributes.SetAttribute("class", errors.Count > 0 ? "tw-field tw-field--invalid" : "tw-field");
        if (IsGroup)
        {
            // The error summary links here when the mistake belongs to the group as a whole.
            output.Attributes.SetAttribute("id", field.Id);
            output.Attributes.SetAttribute("tabindex", "-1");
            if (DescribedBy(field, hasSupport, errors.Count > 0) is { } describedBy)
                output.Attributes.SetAttribute("aria-describedby", describedBy);
        }
        output.Content.AppendHtml(IsGroup ? FieldParts.Legend(Label, Optional) : FieldParts.Label(field, Label, Optional));
        if (hasSupport)
            output.Content.AppendHtml(FieldParts.Support(field, Support, rich));
        output.Content.AppendHtml(control);
        if (errors.Count > 0)
            output.Content.AppendHtml(FieldParts.Errors(field.ErrorId, errors));
    }

    protected abstract IHtmlContent Control(BoundField field, string? describedBy, IEnumerable<TagHelperAttribute> others);

    protected virtual IReadOnlyList<string> ErrorsOf(BoundField field) => field.Errors;

    /// <summary>Writes what every single input carries, then what the page added.</summary>
    protected void Dress(TagBuilder input, BoundField field, string? describedBy, IEnumerable<TagHelperAttribute> others)
    {
        input.Attributes["id"] = field.Id;
        input.Attributes["name"] = field.Name;
        // Not the attribute `required`: the browser's own bubbles vanish and name no field.
        if (!Optional)
            input.Attributes["aria-required"] = "true";
        if (field.IsInvalid)
            input.Attributes["aria-invalid"] = "true";
        if (describedBy is not null)
            input.Attributes["aria-describedby"] = describedBy;
        foreach (var other in others)
            input.MergeAttribute(other.Name, other.Value?.ToString() ?? "", replaceExisting: true);
    }

    private static string? DescribedBy(BoundField field, bool hasSupport, bool hasErrors) => (hasSupport, hasErrors) switch
    {
        (true, true) => $"{field.SupportId} {field.ErrorId}",
        (true, false) => field.SupportId,
        (false, true) => field.ErrorId,
        (false, false) => null,
    };
}
