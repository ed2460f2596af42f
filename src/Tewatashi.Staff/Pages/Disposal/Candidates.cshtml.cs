using Microsoft.AspNetCore.Mvc;
using Tewatashi.Disposal;
using Tewatashi.Lists;
using Tewatashi.Staff.Lists;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Disposal;

/// <summary>廃棄の候補 with why each is one; those ticked become a proposal.</summary>
[Needs(Permission.DisposeCards)]
public sealed class CandidatesModel(ListCandidates list, SeeList see, ProposeDisposal propose) : StaffPage
{
    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    /// <summary>The form was sent and comes back: what was ticked stays. At first all are.</summary>
    private bool sent;

    public ListCandidates.View View { get; private set; } = null!; // read before the page is shown

    public string RuleText => !View.On
        ? "受け取りに来ないカードを廃棄の候補にするルールは、設定で止まっています。転出・死亡・申請取消などで保留のカードだけが候補になります。"
        : (View.MonthsAfterFirst, View.MonthsAfterReminder) switch
        {
            ({ } first, { } reminder) => $"初めの通知から{first}か月と、最後の再通知から{reminder}か月の、遅いほうを過ぎたカードです。再通知を送っていないカードは候補になりません。",
            ({ } first, null) => $"初めの通知から{first}か月を過ぎたカードです。",
            (_, { } reminder) => $"最後の再通知から{reminder}か月を過ぎたカードです。再通知を送っていないカードは候補になりません。",
            _ => "",
        };

    public bool IsChosen(Guid card) => !sent || Chosen.Contains(card);

    public ListShown List { get; private set; } = null!; // read before the page is shown

    public async Task OnGetAsync()
    {
        List = AskedList(OfficeLists.Candidates, see.Today);
        View = await list.RunAsync(List.Ask, Caller with { OperationId = null }, Cancelled);
        // A mistaken field shows none: ticked are all at first, and nobody asked for these.
        if (List.Problems.Count > 0) View = View with { Total = 0, Candidates = [] };
        List = List with { View = List.View with { Total = View.Total } };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        sent = true;
        if (Chosen.Count == 0)
        {
            ModelState.AddModelError("", "起案するカードを1枚以上選んでください。");
        }
        else
        {
            switch (await propose.RunAsync(new([.. Chosen.Distinct()]), Caller, Cancelled))
            {
                case ProposeDisposal.Proposed proposed: return Redirect($"/disposal/{proposed.BatchId}?done=proposed&n={proposed.LeftOut}");
                case ProposeDisposal.TooMany: ModelState.AddModelError("", $"1回の起案は{DisposalBatch.MostCards}枚までです。"); break;
                case ProposeDisposal.Nothing: ModelState.AddModelError("", "選んだカードは、どれも候補ではなくなりました。予約が入ったか、ほかの起案に入っています。一覧を確かめてください。"); break;
                case var outcome: throw new InvalidOperationException($"{outcome.GetType().Name} has no words.");
            }
        }

        await OnGetAsync();
        return Page();
    }
}
