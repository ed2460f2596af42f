using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tewatashi.Web.Forms;

/// <summary>What is typed into a one-line field.</summary>
public enum InputKind
{
    Text,
    Password,

    /// <summary>A count. A text field with the keyboard of digits: a number field drops what it does not understand.</summary>
    Number,

    /// <summary>Digits with or without hyphens, such as 受付番号.</summary>
    Digits,
    Email,
    Telephone,
}

/// <summary>
/// A field of one line: <c>&lt;tw-input for="ReceptionNumber" label="受付番号" kind="Digits" width="12"&gt;</c>.
/// </summary>
[HtmlTargetElement("tw-input", Attributes = "for,label")]
public sealed class InputTagHelper : FieldTagHelper
{
    public InputKind Kind { get; set; }

    /// <summary>How many full-width characters fit; 0 takes the whole width. The width tells how much is expected.</summary>
    public int Width { get; set; }

    protected override IHtmlContent Control(BoundField field, string? describedBy, IEnumerable<TagHelperAttribute> others)
    {
        ArgumentNullException.ThrowIfNull(field);
        var input = FieldParts.Element("input", "tw-input");
        input.TagRenderMode = Microsoft.AspNetCore.Mvc.Rendering.TagRenderMode.SelfClosing;
        if (Width > 0)
            input.AddCssClass(WidthClass(Width));
        var (type, inputMode, autocomplete) = Kind switch
        {
            InputKind.Text => ("text", null, "off"),
            InputKind.Password => ("password", null, "current-password"),
            InputKind.Number or InputKind.Digits => ("text", "numeric", "off"),
            InputKind.Email => ("email", "email", "email"),
            InputKind.Telephone => ("tel", "tel", "tel"),
            _ => throw new InvalidOperationException($"Unknown kind of input {Kind}."),
        };
        input.Attributes["type"] = type;
        input.Attributes["autocomplete"] = autocomplete;
        if (inputMode is not null)
            input.Attributes["inputmode"] = inputMode;
        if (Kind is not InputKind.Password)
            input.Attributes["value"] = field.Text;
        if (Kind is not InputKind.Text)
        {
            input.Attributes["autocapitalize"] = "none";
            input.Attributes["spellcheck"] = "false";
        }
        Dress(input, field, describedBy, others);
        return input;
    }

    internal static string WidthClass(int characters) => characters switch
    {
        <= 2 => "tw-w-2",
        <= 4 => "tw-w-4",
        <= 8 => "tw-w-8",
        <= 12 => "tw-w-12",
        <= 20 => "tw-w-20",
        _ => "tw-w-full",
    };
}
