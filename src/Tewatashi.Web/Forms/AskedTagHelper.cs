using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tewatashi.Web.Forms;

/// <summary>
/// A field of a filter, made from its description and no property of the page: <c>&lt;tw-asked name="Day" label="来庁日" value="2026-12-31"&gt;</c>. With choices it is a
/// list to choose from, without it is typed. Never a must.
/// </summary>
[HtmlTargetElement("tw-asked", Attributes = "name,label")]
public sealed class AskedTagHelper(IModelMetadataProvider metadata) : TagHelper
{
    public required string Name { get; set; }

    public required string Label { get; set; }

    /// <summary>What was asked for; null for nothing.</summary>
    public string? Value { get; set; }

    /// <summary>Null where it is typed.</summary>
    public IEnumerable<Choice>? Choices { get; set; }

    public string? EmptyText { get; set; }

    public string? Support { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext View { get; set; }

    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var field = new ModelExpression(Name, metadata.GetModelExplorerForType(typeof(string), Value));
        FieldTagHelper control = Choices is { } choices
            ? new SelectTagHelper { Field = field, Label = Label, View = View, Optional = true, Support = Support, Choices = choices, EmptyText = EmptyText }
            : new InputTagHelper { Field = field, Label = Label, View = View, Optional = true, Support = Support, Width = 12 };
        return control.ProcessAsync(context, output);
    }
}
