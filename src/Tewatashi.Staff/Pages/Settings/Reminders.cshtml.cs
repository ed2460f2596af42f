using Microsoft.AspNetCore.Mvc;
using Tewatashi.Municipalities.Reminders;
using Tewatashi.Staff.SignIn;
using Tewatashi.Text;
using Tewatashi.Web.Forms;

namespace Tewatashi.Staff.Pages.Settings;

/// <summary>再通知の段階: when a card nobody booked is told of again.</summary>
[Needs(Permission.ManageSettings)]
public sealed class RemindersModel(ChangeReminderStages change) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public bool Done { get; set; }

    [BindProperty(Name = nameof(Rows))]
    public List<ReminderRow> Rows { get; set; } = [];

    /// <summary>As this form was made.</summary>
    [BindProperty]
    public int Version { get; set; }

    public int VersionNow { get; private set; }

    public bool ChangedMeanwhile { get; private set; }

    public static IReadOnlyList<Choice> From { get; } = [.. Enum.GetValues<ReminderFrom>().Select(from => new Choice(from.ToString(), from.Name()))];

    public async Task OnGetAsync()
    {
        var now = await change.CurrentAsync(Municipality, Cancelled);
        VersionNow = now.Version;
        Rows = [.. Enumerable.Range(1, ReminderStage.Most).Select(stage => ReminderRow.Of(now.Stages.FirstOrDefault(row => row.Stage == stage)))];
    }

    public async Task<IActionResult> OnPostAsync()
    {
        VersionNow = Version;
        // A form that was cut short is shown anew.
        if (Rows.Count != ReminderStage.Most) return Redirect("/settings/reminders");
        if (Read() is not { } stages) return Page();
        switch (await change.RunAsync(new(Version, stages), Caller, Cancelled))
        {
            case ChangeReminderStages.Changed:
                return Redirect("/settings/reminders?done=true");
            case ChangeReminderStages.Refused refused:
                ModelState.AddModelError($"{nameof(Rows)}[{refused.Index}].{refused.Field}", refused.Problem);
                break;
            case ChangeReminderStages.ChangedMeanwhile:
                ChangedMeanwhile = true;
                VersionNow = (await change.CurrentAsync(Municipality, Cancelled)).Version;
                break;
            case var outcome:
                throw new InvalidOperationException($"{outcome.GetType().Name} has no words.");
        }

        return Page();
    }

    private List<ChangeReminderStages.Stage>? Read()
    {
        var used = Rows.FindLastIndex(row => !row.IsBlank) + 1;
        var stages = new List<ChangeReminderStages.Stage>();
        foreach (var (index, row) in Rows.Take(used).Index())
        {
            var (days, deadlineDays) = (Number(row.Days, index, nameof(ReminderRow.Days)), Number(row.DeadlineDays, index, nameof(ReminderRow.DeadlineDays)));
            stages.Add(new(Enum.IsDefined(row.CountedFrom) ? row.CountedFrom : ReminderFrom.Deadline, days, deadlineDays));
        }

        return ModelState.IsValid ? stages : null;
    }

    private int Number(string? typed, int index, string field)
    {
        if (Typed.Number(typed) is { } number) return number;
        ModelState.AddModelError($"{nameof(Rows)}[{index}].{field}", $"再通知{index + 1}の日数を数字で入力してください。使わないときは、後の段階も空欄にしてください。");
        return 0;
    }
}
