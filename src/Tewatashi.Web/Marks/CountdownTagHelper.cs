using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Tewatashi.Web.Forms;
using Tewatashi.Web.Resources;

namespace Tewatashi.Web.Marks;

/// <summary>
/// A time that runs out: a held place or an idle session. The sentence says until when, so that it is true without a script; the script warns
/// before the end. Child content is the form that extends it.
/// </summary>
[HtmlTargetElement("tw-countdown", Attributes = "text,remaining")]
public sealed class CountdownTagHelper : TagHelper
{
    /// <summary>For example 「10時34分まで、お時間をお取りしています。」</summary>
    public required string Text { get; set; }

    /// <summary>Measured by the server's clock when the page is made: a resident's clock may be wrong.</summary>
    public TimeSpan Remaining { get; set; }

    /// <summary>How long before the end the warning comes.</summary>
    public TimeSpan WarnBefore { get; set; } = TimeSpan.FromMinutes(2);

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var body = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "tw-countdown");
        output.Attributes.SetAttribute("data-tw-countdown", Seconds(Remaining));
        output.Attributes.SetAttribute("data-tw-warn-before", Seconds(WarnBefore));
        output.Attributes.SetAttribute("data-tw-warning", WebTexts.CountdownWarning);
        output.Attributes.SetAttribute("data-tw-ended", WebTexts.CountdownEnded);
        output.Content.AppendHtml(FieldParts.Element("p", "tw-countdown__text", Text));
        var warning = FieldParts.Element("p", "tw-countdown__warning");
        warning.Attributes["role"] = "alert";
        output.Content.AppendHtml(warning);
        if (body.IsEmptyOrWhiteSpace)
            return;
        var actions = FieldParts.Element("div", "tw-countdown__actions");
        actions.InnerHtml.AppendHtml(body);
        output.Content.AppendHtml(actions);
    }

    private static string Seconds(TimeSpan time) => Math.Max(0, (long)time.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
