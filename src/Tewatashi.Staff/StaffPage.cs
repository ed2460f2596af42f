using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tewatashi.Audit;
using Tewatashi.Municipalities;
using Tewatashi.Web.SignIn;

namespace Tewatashi.Staff;

/// <summary>A page of the staff face: knows who asks, for which municipality and with which form.</summary>
public abstract class StaffPage : PageModel
{
    /// <summary>The form's operation id; null on a GET.</summary>
    [BindProperty(SupportsGet = false)]
    public Guid? OperationId { get; set; }

    /// <summary>Who is signed in.</summary>
    public new StaffSessions.User User =>
        HttpContext.Features.Get<StaffSessions.User>() ?? throw new InvalidOperationException("This page is open to people who are not signed in.");

    public MunicipalityCode Municipality => User.Municipality;

    protected Caller Caller => new(User.Municipality, Actor.Staff(User.StaffMemberId, User.Roles.ToString()), RequestSource.Of(HttpContext, "staff"), OperationId);

    protected CancellationToken Cancelled => HttpContext.RequestAborted;

    public bool May(Permission permission) => User.Roles.May(permission);
}
