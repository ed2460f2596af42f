using Microsoft.AspNetCore.Mvc;
using Tewatashi.HandOver;
using Tewatashi.Web.Hosting;

namespace Tewatashi.Staff.Pages.Day;

/// <summary>A page of the day: knows at which counter the person works. The choice is kept in the browser, for a counter has its own screen.</summary>
public abstract class CounterPage(ListCounters list) : StaffPage
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>The counter chosen in the address; all zeros for every counter, null where nothing was chosen there.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Counter { get; set; }

    public IReadOnlyList<DayCounter> Counters { get; private set; } = [];

    /// <summary>The counter that counts on this page; null: every counter, or none chosen yet.</summary>
    public DayCounter? At { get; private set; }

    /// <summary>Takes the address's choice, else the one made before, else the only one there is.</summary>
    protected async Task ChooseAsync()
    {
        Counters = await list.RunAsync(Municipality, Cancelled);
        var name = FaceHost.CookieName("staff", "counter", Request.IsHttps);
        var chosen = Counter ?? (Guid.TryParse(Request.Cookies[name], out var before) ? before : null);
        At = Counters.FirstOrDefault(counter => counter.Id == chosen) ?? (Counters.Count == 1 ? Counters[0] : null);
        if (Counter is { } given && (given == Guid.Empty || At?.Id == given))
        {
            Response.Cookies.Append(name, given.ToString(), new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = Kept,
                Path = "/",
                SameSite = SameSiteMode.Strict,
                Secure = Request.IsHttps,
            });
        }
    }
}
