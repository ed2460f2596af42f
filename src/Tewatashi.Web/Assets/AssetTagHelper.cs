using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tewatashi.Web.Assets;

/// <summary>Writes the versioned address: <c>&lt;link rel="stylesheet" asset="css/base.css"&gt;</c>, <c>&lt;script asset="js/page.js"&gt;</c>.</summary>
[HtmlTargetElement("link", Attributes = AttributeName, TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("script", Attributes = AttributeName)]
[HtmlTargetElement("img", Attributes = AttributeName, TagStructure = TagStructure.WithoutEndTag)]
public sealed class AssetTagHelper(AssetUrls urls) : TagHelper
{
    private const string AttributeName = "asset";

    /// <summary>The name below Assets/, folder included.</summary>
    [HtmlAttributeName(AttributeName)]
    public string Name { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var attribute = string.Equals(output.TagName, "link", StringComparison.OrdinalIgnoreCase) ? "href" : "src";
        output.Attributes.SetAttribute(attribute, urls.For(Name));
    }
}
