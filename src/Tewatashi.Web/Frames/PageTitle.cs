using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Tewatashi.Web.Resources;

namespace Tewatashi.Web.Frames;

/// <summary>What stands in the browser's tab: what is wrong first, then the page, the step, the service.</summary>
public static class PageTitle
{
    /// <summary>Set by the page: <c>ViewData["Title"]</c>.</summary>
    public const string TitleKey = "Title";
    internal const string StepKey = "Tewatashi.Step";

    public static string Of(ViewDataDictionary viewData, params IEnumerable<string?> service)
    {
        ArgumentNullException.ThrowIfNull(viewData);
        var parts = new[] { viewData[TitleKey] as string, viewData[StepKey] as string }.Concat(service).Where(part => !string.IsNullOrEmpty(part));
        var title = string.Join(WebTexts.TitleSeparator, parts);
        return viewData.ModelState.IsValid ? title : WebTexts.TitleErrorPrefix + title;
    }
}
