using Microsoft.AspNetCore.Mvc;
using Tewatashi.HandOver.OldPapers;
using Tewatashi.Lists;
using Tewatashi.Staff.Lists;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Disposal;

/// <summary>旧カード等: what is still to be destroyed, its destruction by two, and all that was ever taken back.</summary>
[Needs(Permission.DisposeCards)]
public sealed class OldPapersModel(SeeKeptPapers kept, SeeList see, DestroyOldPapers destroy) : SignedByTwoPage
{
    /// <summary>How many pieces were just destroyed; null while none were.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Done { get; set; }

    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    /// <summary>The form was sent and comes back: what was ticked stays. At first all are, but for those of a hand-over taken back.</summary>
    private bool sent;

    public override string SecondName => "立会者";

    public IReadOnlyList<SeeKeptPapers.Line> Kept { get; private set; } = [];

    public ListShown List { get; private set; } = null!; // read before the page is shown

    public int Pieces => Kept.Sum(line => line.Paper.Count);

    public bool IsChosen(SeeKeptPapers.Line line) => sent ? Chosen.Contains(line.Paper.Id) : !line.HandOverCancelled;

    public async Task OnGetAsync()
    {
        Kept = await kept.RunAsync(Municipality, Cancelled);
        List = await ShowAsync(OfficeLists.OldPapers, see);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        sent = true;
        ModelState.Clear();
        if (Chosen.Count is 0 or > DestroyOldPapers.Most) ModelState.AddModelError("", $"裁断したものを1件以上、{DestroyOldPapers.Most}件まで選んでください。");
        if (ReadSecond() is { } witness && ModelState.IsValid)
        {
            switch (await destroy.RunAsync(new([.. Chosen.Distinct()], witness), Caller, Cancelled))
            {
                case DestroyOldPapers.Destroyed destroyed: return Redirect($"/old-papers?done={destroyed.Pieces}");
                case DestroyOldPapers.Nothing: ModelState.AddModelError("", "選んだものは、もう裁断されています。一覧を確かめてください。"); break;
                case DestroyOldPapers.SamePerson: SaySamePerson(); break;
                case DestroyOldPapers.WitnessRefused: SaySecondRefused(); break;
                case var outcome: throw new InvalidOperationException($"{outcome.GetType().Name} has no words.");
            }
        }

        await OnGetAsync();
        return Page();
    }
}
