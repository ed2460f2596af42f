using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Tewatashi.Resident;

/// <summary>
/// A form whose page is older than the sign-in (another tab, the way back) is no error to a resident: its page is shown afresh,
/// with a word that nothing was registered.
/// </summary>
internal sealed class StaleForm : IAlwaysRunResultFilter
{
    public const string Mark = "again";

    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
            context.Result = new RedirectResult($"{context.HttpContext.Request.Path}?{Mark}=true");
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
        // Only the answer to be given is changed.
    }
}
