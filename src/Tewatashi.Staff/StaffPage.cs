using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tewatashi.Audit;
using Tewatashi.Lists;
using Tewatashi.Municipalities;
using Tewatashi.Staff.Lists;
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

    /// <summary>A list as the address asks for it, without its rows. A mistaken field is told beside it.</summary>
    protected ListShown AskedList(OfficeList list, DateOnly today)
    {
        var shown = ListShown.Of(list, today, Request.Query, May(Permission.ExportLists));
        foreach (var problem in shown.Problems) ModelState.AddModelError(problem.Key, problem.Text);
        return shown;
    }

    /// <summary>The same with its rows. A mistaken field shows none: a list that ignored it would show what nobody asked for.</summary>
    protected async Task<ListShown> ShowAsync(OfficeList list, SeeList see)
    {
        var shown = AskedList(list, see.Today);
        return shown.Problems.Count > 0 ? shown : shown with { View = await see.RunAsync(new(shown.Ask, shown.Page), Caller, Cancelled) };
    }
}
