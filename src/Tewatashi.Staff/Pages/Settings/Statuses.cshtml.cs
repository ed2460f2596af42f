using Microsoft.AspNetCore.Mvc;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Statuses;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Settings;

/// <summary>処理状況の名前: what the municipality calls where a card stands, on both faces.</summary>
[Needs(Permission.ManageSettings)]
public sealed class StatusesModel(ChangeStatusLabels change) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public bool Done { get; set; }

    [BindProperty(Name = nameof(Rows))]
    public List<StatusRow> Rows { get; set; } = [];

    /// <summary>As this form was made.</summary>
    [BindProperty]
    public int Version { get; set; }

    public int VersionNow { get; private set; }

    public bool ChangedMeanwhile { get; private set; }

    public async Task OnGetAsync()
    {
        var now = await change.CurrentAsync(Municipality, Cancelled);
        VersionNow = now.Version;
        // From the announcement to the end, as people think of it.
        Rows = [.. Enum.GetValues<CardStatus>().Reverse().Select(status => new StatusRow { Status = status, Label = now.Labels.OwnOf(status) })];
    }

    public async Task<IActionResult> OnPostAsync()
    {
        VersionNow = Version;
        // A form that was cut short is shown anew.
        if (Rows.Select(row => row.Status).Distinct().Count() != Enum.GetValues<CardStatus>().Length || Rows.Count != Enum.GetValues<CardStatus>().Length)
            return Redirect("/settings/statuses");
        switch (await change.RunAsync(new(Version, Rows.ToDictionary(row => row.Status, row => row.Label ?? "")), Caller, Cancelled))
        {
            case ChangeStatusLabels.Changed:
                return Redirect("/settings/statuses?done=true");
            case ChangeStatusLabels.Refused refused:
                ModelState.AddModelError($"{nameof(Rows)}[{Rows.FindIndex(row => row.Status == refused.Status)}].{nameof(StatusRow.Label)}", $"{refused.Status.Name()}: {refused.Problem}");
                break;
            case ChangeStatusLabels.ChangedMeanwhile:
                ChangedMeanwhile = true;
                VersionNow = (await change.CurrentAsync(Municipality, Cancelled)).Version;
                break;
            case var outcome:
                throw new InvalidOperationException($"{outcome.GetType().Name} has no words.");
        }

        return Page();
    }
}
