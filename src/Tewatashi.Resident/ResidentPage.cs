using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tewatashi.Audit;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Resident.Resources;
using Tewatashi.Text;
using Tewatashi.Web.SignIn;

namespace Tewatashi.Resident;

/// <summary>
/// A page of the resident face below <c>/{municipality}/</c>: anything but a municipality served here is not found. Pages for a
/// signed-in resident carry <c>[Authorize]</c>.
/// </summary>
public abstract class ResidentPage : PageModel
{
    /// <summary>The form's operation id; null on a GET.</summary>
    [BindProperty(SupportsGet = false)]
    public Guid? OperationId { get; set; }

    /// <summary>The municipality of the address.</summary>
    public Municipality Office { get; private set; } = null!; // set before any handler runs

    /// <summary>Who is signed in; null on a page for everyone.</summary>
    public ResidentSessions.Resident? SignedIn => HttpContext.Features.Get<ResidentSessions.Resident>();

    /// <summary>Who is signed in, on a page that carries <c>[Authorize]</c>.</summary>
    protected ResidentSessions.Resident Resident => SignedIn ?? throw new InvalidOperationException("This page is open to people who are not signed in.");

    protected string Source => RequestSource.Of(HttpContext, "resident");

    protected Caller Caller => new(Office.Key, SignedIn is { } resident ? Actor.Resident(resident.CardId) : Actor.Stranger, Source, OperationId);

    protected CancellationToken Cancelled => HttpContext.RequestAborted;

    /// <summary>A form of an old page was refused, and its page is shown again.</summary>
    public bool Again => Request.Query.ContainsKey(StaleForm.Mark);

    /// <summary>The address of a page of this municipality, in the language of this one.</summary>
    public string To(string path) => $"/{Office.Code.Value}/{Language.Current.Prefix}{path}";

    public sealed override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var directory = HttpContext.RequestServices.GetRequiredService<MunicipalityDirectory>();
        if (!MunicipalityCode.TryParse(RouteData.Values["municipality"] as string, out var code) || await directory.FindAsync(code, Cancelled) is not { } office)
        {
            context.Result = NotFound();
            return;
        }

        Office = office;
        await next();
    }

    /// <summary>Keeps a 個人番号 out: the field is emptied, so that the answer does not repeat it, and refused. True where there was one.</summary>
    protected bool RefuseIndividualNumber(string field, string? typed)
    {
        if (!IndividualNumber.ContainsOne(typed)) return false;
        ModelState.SetModelValue(field, null, "");
        ModelState.AddModelError(field, ResidentTexts.IndividualNumberRefused);
        return true;
    }
}
