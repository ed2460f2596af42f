using Microsoft.AspNetCore.Mvc;
using Tewatashi.Incidents;
using Tewatashi.Staff.Scans;
using Tewatashi.Staff.SignIn;
using Tewatashi.Time;
using Tewatashi.Web.Forms;

namespace Tewatashi.Staff.Pages.Incidents;

/// <summary>One incident as its report: clocks, and what was done on which day.</summary>
[Needs(Permission.ViewIncidents)]
public sealed class IncidentModel(ViewIncident list, RecordIncidentStep record, TimeProvider clock) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What was just done: a code of this page.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty]
    public IncidentStepKind? Step { get; set; }

    [BindProperty]
    public DateParts DoneOn { get; set; } = new();

    public ViewIncident.One View { get; private set; } = null!; // read before the page is shown

    public static IEnumerable<Choice> Steps => Enum.GetValues<IncidentStepKind>().Select(step => new Choice(step.ToString(), step.Name()));

    public Task<IActionResult> OnGetAsync()
    {
        DoneOn = DateParts.Of(JapanTime.Today(clock));
        return ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!May(Permission.HandleIncidents)) return Forbid();
        ModelState.Clear();
        if (Step is null) ModelState.AddModelError(nameof(Step), "行ったことを選んでください。");
        if (!DoneOn.TryDate(out var day)) ModelState.AddModelError(nameof(DoneOn), "行った日を、年・月・日の数字で入力してください。");
        if (Step is not { } step || !ModelState.IsValid) return await ShowAsync();
        switch (await record.RunAsync(new(Id, step, day), Caller, Cancelled))
        {
            case RecordIncidentStep.Recorded: return Redirect($"/incidents/{Id}");
            case RecordIncidentStep.WrongDay wrong:
                ModelState.AddModelError(nameof(DoneOn), $"行った日は、知った日({Shown.Day(wrong.Earliest)})から今日までの日にしてください。");
                return await ShowAsync();
            default: return NotFound();
        }
    }

    private async Task<IActionResult> ShowAsync()
    {
        if (await list.RunAsync(Id, Caller with { OperationId = null }, Cancelled) is not { } view) return NotFound();
        View = view;
        return Page();
    }
}
