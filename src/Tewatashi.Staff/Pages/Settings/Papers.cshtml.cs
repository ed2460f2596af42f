using Microsoft.AspNetCore.Mvc;
using Tewatashi.Municipalities.IdentityPapers;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Settings;

/// <summary>本人確認書類の表: which papers are enough, by case.</summary>
[Needs(Permission.ManageSettings)]
public sealed class PapersModel(ChangePaperRules change) : StaffPage
{
    private const string HowToWrite = "A2/A1+B1 のように、AかBと1から5までの数を、組み合わせごとに「/」で区切って入力してください。";

    [BindProperty(SupportsGet = true)]
    public bool Done { get; set; }

    [BindProperty(Name = nameof(Rows))]
    public List<PaperRow> Rows { get; set; } = [];

    /// <summary>As they count now, in the same order.</summary>
    public IReadOnlyList<PaperRule> Now { get; private set; } = [];

    public bool ChangedMeanwhile { get; private set; }

    public async Task OnGetAsync()
    {
        Now = await change.CurrentAsync(Municipality, Cancelled);
        Rows = [.. Now.Select(PaperRow.Of)];
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Now = await change.CurrentAsync(Municipality, Cancelled);
        // A form that was cut short is shown anew.
        if (!Rows.Select(row => row.Case).SequenceEqual(Now.Select(row => row.PaperCase))) return Redirect("/settings/papers");
        if (Read() is not { } request) return Page();
        switch (await change.RunAsync(request, Caller, Cancelled))
        {
            case ChangePaperRules.Changed: return Redirect("/settings/papers?done=true");
            case ChangePaperRules.ChangedMeanwhile:
                ChangedMeanwhile = true;
                Now = await change.CurrentAsync(Municipality, Cancelled);
                foreach (var (index, row) in Rows.Index())
                {
                    row.Version = Now[index].Version;
                    ModelState.Remove($"Rows[{index}].Version");
                }

                return Page();
            case var outcome: throw new InvalidOperationException($"{outcome.GetType().Name} has no words.");
        }
    }

    private ChangePaperRules.Request? Read()
    {
        var cases = new List<ChangePaperRules.Case>();
        foreach (var (index, row) in Rows.Index())
        {
            var applicant = Read(row.Applicant, $"Rows[{index}].{nameof(PaperRow.Applicant)}");
            var representative = row.HasRepresentative ? Read(row.Representative, $"Rows[{index}].{nameof(PaperRow.Representative)}") : null;
            if (applicant is not null) cases.Add(new(row.Case, row.Version, applicant, representative));
        }

        return ModelState.IsValid ? new(cases) : null;
    }

    private PaperSets? Read(string? typed, string field)
    {
        if (PaperSets.TryParse(typed, out var sets)) return sets;
        ModelState.AddModelError(field, HowToWrite);
        return null;
    }
}
