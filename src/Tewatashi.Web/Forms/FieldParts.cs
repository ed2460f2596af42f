using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tewatashi.Web.Resources;

namespace Tewatashi.Web.Forms;

/// <summary>The parts around an input that every field shares: name with ※必須 or ※任意, support text, errors that begin with ＊.</summary>
internal static class FieldParts
{
    public static TagBuilder Element(string tag, string? cssClass = null, string? text = null)
    {
        var element = new TagBuilder(tag);
        if (cssClass is not null)
            element.AddCssClass(cssClass);
        if (text is not null)
            element.InnerHtml.Append(text);
        return element;
    }

    public static TagBuilder Label(BoundField field, string text, bool optional)
    {
        var label = Element("label", "tw-label");
        label.Attributes["for"] = field.Id;
        return WithRequirement(label, text, optional);
    }

    public static TagBuilder Legend(string text, bool optional) => WithRequirement(Element("legend", "tw-label"), text, optional);

    public static IHtmlContent Support(BoundField field, string? text, IHtmlContent? rich)
    {
        var support = Element("div", "tw-support", text);
        support.Attributes["id"] = field.SupportId;
        if (rich is not null)
            support.InnerHtml.AppendHtml(rich);
        return support;
    }

    public static IHtmlContent Errors(string id, IEnumerable<string> errors)
    {
        var list = Element("div", "tw-error");
        list.Attributes["id"] = id;
        foreach (var error in errors)
            list.InnerHtml.AppendHtml(Element("p", "tw-error__text", "＊" + error));
        return list;
    }

    private static TagBuilder WithRequirement(TagBuilder host, string text, bool optional)
    {
        host.InnerHtml.Append(text);
        host.InnerHtml.AppendHtml(optional
            ? Element("span", "tw-requirement", WebTexts.FieldOptional)
            : Element("span", "tw-requirement tw-requirement--required", WebTexts.FieldRequired));
        return host;
    }
}
