using Microsoft.AspNetCore.Razor.TagHelpers;
using Tewatashi.Data;

namespace Tewatashi.Web.Forms;

/// <summary>
/// Gives a form that changes something its operation id, posted as <c>OperationId</c>. Each rendering makes a new one; sending the same form twice
/// repeats the same id, and the second gets the first outcome.
/// </summary>
[HtmlTargetElement("tw-operation-id", TagStructure = TagStructure.WithoutEndTag)]
public sealed class OperationIdTagHelper : TagHelper
{
    public const string FieldName = "OperationId";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "input";
        output.TagMode = TagMode.SelfClosing;
        output.Attributes.SetAttribute("type", "hidden");
        output.Attributes.SetAttribute("name", FieldName);
        output.Attributes.SetAttribute("value", Ids.New().ToString());
    }
}
