using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Tewatashi.Web.Forms;
using Tewatashi.Web.Resources;

namespace Tewatashi.Web.Marks;

/// <summary>
/// The field a scanner types into, with the outcome of the last scan in large letters above it. Stands inside a post form. Without a script it is
/// an ordinary field and button; with it the field keeps the focus, scans that come faster than the answers wait their turn, and none is lost.
/// Child content is what to do now, in a line or two.
/// </summary>
[HtmlTargetElement("tw-scan", Attributes = "for,label")]
public sealed class ScanTagHelper : TagHelper
{
    [HtmlAttributeName("for")]
    public required ModelExpression Field { get; set; }

    public required string Label { get; set; }

    /// <summary>The outcome of the last scan; none before the first.</summary>
    public Tone? Tone { get; set; }

    /// <summary>The outcome in a word or two, seen from an arm's length.</summary>
    public string? Heading { get; set; }

    /// <summary>What stays in the text field after an answer; a scan that was answered leaves it empty.</summary>
    public bool KeepText { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext View { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var field = new BoundField(View, Field);
        var advice = await output.GetChildContentAsync();
        var tone = field.IsInvalid ? Marks.Tone.Error : Tone;

        var state = FieldParts.Element("div", $"tw-scan__state tw-scan__state--{tone?.Css() ?? "ready"}");
        state.Attributes["role"] = "status";
        state.Attributes["id"] = field.Id + "-state";
        state.Attributes["data-tw-announce"] = "";
        var heading = FieldParts.Element("p", "tw-scan__heading");
        if (tone is { } known)
            heading.InnerHtml.AppendHtml(FieldParts.Element("span", "tw-scan__tone", known.Word()));
        var words = string.IsNullOrEmpty(Heading) ? WebTexts.ScanReady : Heading;
        heading.InnerHtml.Append(field.IsInvalid ? string.Join(' ', field.Errors) : words);
        state.InnerHtml.AppendHtml(heading);
        if (!advice.IsEmptyOrWhiteSpace)
        {
            var body = FieldParts.Element("div", "tw-scan__advice");
            body.InnerHtml.AppendHtml(advice);
            state.InnerHtml.AppendHtml(body);
        }

        var label = FieldParts.Element("label", "tw-label", Label);
        label.Attributes["for"] = field.Id;
        var input = FieldParts.Element("input", "tw-input tw-scan__input");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        foreach (var (name, value) in new[]
        {
            ("type", "text"), ("id", field.Id), ("name", field.Name), ("value", KeepText ? field.Text : ""), ("autocomplete", "off"), ("autocapitalize", "none"),
            ("spellcheck", "false"), ("aria-describedby", field.Id + "-state"), ("data-tw-scan", ""),
        })
            input.Attributes[name] = value;
        foreach (var other in output.Attributes)
            input.MergeAttribute(other.Name, other.Value?.ToString() ?? "", replaceExisting: true);
        var button = FieldParts.Element("button", "tw-button tw-button--primary", WebTexts.ScanSubmit);
        button.Attributes["type"] = "submit";
        var row = FieldParts.Element("div", "tw-scan__row");
        row.InnerHtml.AppendHtml(input).AppendHtml(button);

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", "tw-scan");
        output.Attributes.SetAttribute("data-tw-scan-lost", WebTexts.ScanLost);
        output.Attributes.SetAttribute("data-tw-scan-waiting", WebTexts.ScanWaiting);
        output.Attributes.SetAttribute("data-tw-scan-unseen", WebTexts.ScanUnseen);
        output.Attributes.SetAttribute("data-tw-scan-seen", WebTexts.ScanSeen);
        output.Content.AppendHtml(state).AppendHtml(label).AppendHtml(row);
    }
}
