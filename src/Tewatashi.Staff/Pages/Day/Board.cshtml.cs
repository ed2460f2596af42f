using Microsoft.AspNetCore.Mvc;
using Tewatashi.HandOver;
using Tewatashi.HandOver.Boards;
using Tewatashi.Staff.Boards;
using Tewatashi.Staff.Live;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Day;

/// <summary>今日の掲示: who is expected, waits and since when, was called, is done; live where the browser can, else a page to open anew.</summary>
[Needs(Permission.ViewDay)]
public sealed class BoardModel(ListCounters list, OpenBoard open, CallVisit call, IServiceProvider services, TimeProvider clock, IHostApplicationLifetime lifetime) : CounterPage(list)
{
    [BindProperty]
    public Guid Visit { get; set; }

    /// <summary>What was just done: a code of this page.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public BoardView View { get; private set; } = null!; // loaded before the page is drawn

    public IReadOnlyList<BoardTable> Tables => BoardTable.Of(View, At?.Id, May(Permission.HandOver));

    public async Task OnGetAsync()
    {
        await ChooseAsync();
        View = await open.RunAsync(Caller, Cancelled);
    }

    /// <summary>The same as events. What is seen was recorded when the page was opened.</summary>
    public async Task<IActionResult> OnGetEventsAsync()
    {
        await ChooseAsync();
        return new LiveAnswer(new BoardEvents(services.GetRequiredService<BoardFeed>(), User, At?.Id).ReadAsync, User, clock, lifetime.ApplicationStopping);
    }

    public async Task<IActionResult> OnPostCallAsync()
    {
        if (!May(Permission.HandOver)) return Forbid();
        return Redirect(await call.RunAsync(new(Visit), Caller, Cancelled) ? "/board?done=called" : "/board?done=before");
    }
}
