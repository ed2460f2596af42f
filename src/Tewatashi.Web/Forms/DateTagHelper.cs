using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Tewatashi.Web.Resources;

namespace Tewatashi.Web.Forms;

/// <summary>Whether a date asks for its year.</summary>
public enum YearPart
{
    /// <summary>A date has its year, a birthday has none.</summary>
    Usual,
    Required,
    Optional,
    Absent,
}

/// <summary>
/// A date in separate inputs for year, month and day, bound to <see cref="DateParts"/>: no calendar, no jumping focus. <c>tw-birthday</c> is the
/// same for a birthday and leaves the year out unless told otherwise (only a municipality that keeps the year may ask for it).
/// </summary>
[HtmlTargetElement("tw-date", Attributes = "for,label")]
[HtmlTargetElement("tw-birthday", Attributes = "for,label")]
public sealed class DateTagHelper : FieldTagHelper
{
    private bool isBirthday;

    public YearPart Year { get; set; }

    protected override bool IsGroup => true;

    public override void Init(TagHelperContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        isBirthday = context.TagName == "tw-birthday";
    }

    protected override IReadOnlyList<string> ErrorsOf(BoundField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return [.. field.Errors, .. PartNames().SelectMany(part => field.Part(part, null).Errors)];
    }

    protected override IHtmlContent Control(BoundField field, string? describedBy, IEnumerable<TagHelperAttribute> others)
    {
        ArgumentNullException.ThrowIfNull(field);
        var row = FieldParts.Element("div", "tw-date");
        var attributes = others.ToList();
        foreach (var part in PartNames())
            row.InnerHtml.AppendHtml(Part(field, part, attributes));
        return row;
    }

    private string[] PartNames() =>
        EffectiveYear is YearPart.Absent ? [nameof(DateParts.Month), nameof(DateParts.Day)] : [nameof(DateParts.Year), nameof(DateParts.Month), nameof(DateParts.Day)];

    private YearPart EffectiveYear => Year is not YearPart.Usual ? Year : isBirthday ? YearPart.Absent : YearPart.Required;

    private TagBuilder Part(BoundField field, string part, List<TagHelperAttribute> others)
    {
        var parts = Field.Model as DateParts;
        var (modelText, text, autocomplete, isYear) = part switch
        {
            nameof(DateParts.Year) => (parts?.Year, EffectiveYear is YearPart.Optional ? WebTexts.DateYearOptional : WebTexts.DateYear, "bday-year", true),
            nameof(DateParts.Month) => (parts?.Month, WebTexts.DateMonth, "bday-month", false),
            _ => (parts?.Day, WebTexts.DateDay, "bday-day", false),
        };
        var (name, id, value, errors) = field.Part(part, modelText);

        var input = FieldParts.Element("input", isYear ? "tw-input tw-w-4" : "tw-input tw-w-2");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["type"] = "text";
        input.Attributes["id"] = id;
        input.Attributes["name"] = name;
        input.Attributes["value"] = value;
        input.Attributes["inputmode"] = "numeric";
        input.Attributes["autocomplete"] = isBirthday ? autocomplete : "off";
        if (!Optional && !(isYear && EffectiveYear is YearPart.Optional))
            input.Attributes["aria-required"] = "true";
        if (errors.Count > 0 || field.IsInvalid)
            input.Attributes["aria-invalid"] = "true";
        foreach (var other in others)
            input.MergeAttribute(other.Name, other.Value?.ToString() ?? "", replaceExisting: true);

        var label = FieldParts.Element("label", "tw-date__part");
        label.Attributes["for"] = id;
        label.InnerHtml.AppendHtml(FieldParts.Element("span", "tw-date__name", text));
        var frame = FieldParts.Element("div", "tw-date__frame");
        frame.InnerHtml.AppendHtml(label).AppendHtml(input);
        return frame;
    }
}
