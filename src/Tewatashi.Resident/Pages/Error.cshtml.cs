using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tewatashi.Municipalities;
using Tewatashi.Resident.Resources;
using Tewatashi.Text;

namespace Tewatashi.Resident.Pages;

/// <summary>What went wrong, in plain words, and the way on; nothing of the inside. Needs no database.</summary>
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    public string Heading { get; private set; } = "";
    public string Advice { get; private set; } = "";

    /// <summary>Finds the failure in the program's log; null where nothing failed.</summary>
    public string? Reference { get; private set; }

    /// <summary>The first page of the municipality in whose address it happened.</summary>
    public string Home { get; private set; } = "/";

    public void OnGet(int? status) => Say(status);

    public void OnPost(int? status) => Say(status);

    private void Say(int? status)
    {
        (Heading, Advice) = status switch
        {
            400 => (ResidentTexts.ErrorOldTitle, ResidentTexts.ErrorOldBody),
            >= 400 and < 500 => (ResidentTexts.ErrorNotFoundTitle, ResidentTexts.ErrorNotFoundBody),
            _ => (ResidentTexts.ErrorTitle, ResidentTexts.ErrorBody),
        };
        if (status is not (>= 400 and < 500)) Reference = Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;
        var path = HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path;
        if (path?.Split('/', StringSplitOptions.RemoveEmptyEntries) is [var first, ..] && MunicipalityCode.TryParse(first, out var code)) Home = $"/{code.Value}/{Language.Current.Prefix}";
    }
}
