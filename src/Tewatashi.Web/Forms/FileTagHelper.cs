using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tewatashi.Web.Forms;

/// <summary>
/// A file to choose: <c>&lt;tw-file for="File" label="ファイル" accept=".csv"&gt;</c>. Its form posts multipart and names it last, so that what
/// stands before the file is known before the file arrives.
/// </summary>
[HtmlTargetElement("tw-file", Attributes = "for,label")]
public sealed class FileTagHelper : FieldTagHelper
{
    protected override IHtmlContent Control(BoundField field, string? describedBy, IEnumerable<TagHelperAttribute> others)
    {
        ArgumentNullException.ThrowIfNull(field);
        var input = FieldParts.Element("input", "tw-input tw-input--file");
        input.TagRenderMode = Microsoft.AspNetCore.Mvc.Rendering.TagRenderMode.SelfClosing;
        input.Attributes["type"] = "file";
        Dress(input, field, describedBy, others);
        return input;
    }
}
