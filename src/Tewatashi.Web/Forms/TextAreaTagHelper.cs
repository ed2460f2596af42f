using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tewatashi.Web.Forms;

/// <summary>A field of several lines, for the office's own texts; never about a person.</summary>
[HtmlTargetElement("tw-textarea", Attributes = "for,label")]
public sealed class TextAreaTagHelper : FieldTagHelper
{
    public int Rows { get; set; } = 5;

    protected override IHtmlContent Control(BoundField field, string? describedBy, IEnumerable<TagHelperAttribute> others)
    {
        ArgumentNullException.ThrowIfNull(field);
        var area = FieldParts.Element("textarea", "tw-input tw-textarea");
        area.Attributes["rows"] = Rows.ToString(CultureInfo.InvariantCulture);
        // A browser swallows the first line break of a text area.
        area.InnerHtml.Append("\n" + field.Text);
        Dress(area, field, describedBy, others);
        return area;
    }
}
