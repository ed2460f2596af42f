using Microsoft.AspNetCore.Mvc;
using Tewatashi.Disposal;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Disposal;

/// <summary>The closing report of a disposal, to be printed: numbers, counts, people of staff and times; no applicant.</summary>
[Needs(Permission.DisposeCards)]
public sealed class ReportModel(ViewDisposal see) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ViewDisposal.View View { get; private set; } = null!; // read before the page is shown

    public string Witnesses => string.Join("、", View.Lines.Select(line => line.Witness).OfType<string>().Distinct().Order(StringComparer.Ordinal));

    /// <summary>Empty where nothing was destroyed.</summary>
    public string ByReason
    {
        get
        {
            var counts = View.Of(DisposalCardState.Destroyed).CountBy(line => line.Row.Reason).OrderBy(pair => pair.Key).Select(pair => $"{pair.Key.Name()} {pair.Value}枚").ToList();
            return counts.Count == 0 ? "" : $"({string.Join("、", counts)})";
        }
    }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await see.RunAsync(new(Id), Caller, Cancelled) is not { } view) return NotFound();
        View = view;
        return Page();
    }
}
