using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tewatashi.Web.Marks;

/// <summary>How much weight a button has. One primary button on a page.</summary>
public enum ButtonKind
{
    Primary,
    Secondary,

    /// <summary>Text only, for the least of several.</summary>
    Tertiary,

    /// <summary>Takes something away that does not come back.</summary>
    Danger,
}

/// <summary>
/// Makes a button, or a link that leads on like one: <c>&lt;button tw-button="Primary"&gt;</c>, <c>&lt;a tw-button="Secondary" asp-page="/Index"&gt;</c>. A button
/// submits unless it says another type.
/// </summary>
[HtmlTargetElement("button", Attributes = AttributeName)]
[HtmlTargetElement("a", Attributes = AttributeName)]
public sealed class ButtonTagHelper : TagHelper
{
    private const string AttributeName = "tw-button";

    [HtmlAttributeName(AttributeName)]
    public ButtonKind Kind { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        var kind = Kind switch
        {
            ButtonKind.Primary => "tw-button tw-button--primary",
            ButtonKind.Secondary => "tw-button tw-button--secondary",
            ButtonKind.Tertiary => "tw-button tw-button--tertiary",
            ButtonKind.Danger => "tw-button tw-button--danger",
            _ => throw new InvalidOperationException($"Unknown kind of button {Kind}."),
        };
        var given = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", given is null ? kind : $"{kind} {given}");
        if (context.TagName == "button" && !output.Attributes.ContainsName("type"))
            output.Attributes.SetAttribute("type", "submit");
    }
}
