using Microsoft.AspNetCore.Mvc;
using Tewatashi.Counting;
using Tewatashi.Lists;
using Tewatashi.Staff.Lists;
using Tewatashi.Staff.Scans;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;
using Tewatashi.Web.Forms;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Counting;

/// <summary>棚卸: what is to be counted today, what is overdue, what the last counts found; a scanned box begins its count.</summary>
[Needs(Permission.CountStock)]
public sealed class IndexModel(ListCounts list, SeeList see, OpenCount open, ProposeCounts propose, PlanFullCount plan, GiveUpCount giveUp) : StaffPage
{
    private const string Everywhere = "all";

    [BindProperty]
    public string? Scan { get; set; }

    /// <summary>Id of the building, vault or shelf to count whole.</summary>
    [BindProperty]
    public string? Whole { get; set; }

    [BindProperty]
    public Guid CountId { get; set; }

    [BindProperty(SupportsGet = true, Name = "done")]
    public string? Done { get; set; }

    /// <summary>How many places the last press was about.</summary>
    [BindProperty(SupportsGet = true, Name = "n")]
    public int Number { get; set; }

    public ListCounts.View View { get; private set; } = null!; // read before the page is shown

    /// <summary>Why the scan began nothing.</summary>
    public ScanAnswer? Answer { get; private set; }

    public IReadOnlyList<Choice> Wholes => [new(Everywhere, "すべての保管場所"), .. View.Wholes.Select(place => new Choice(place.Id.ToString(), $"{place.Path} {place.Words}"))];

    public string? DoneText => Done switch
    {
        "drawn" => $"今日の箱を{Number}箱選びました",
        "nothing" => "新しく選ぶ箱はありませんでした。残っている箱を先に数えてください",
        "planned" => $"{Number}か所を予定に入れました",
        "none" => "予定に入れる場所はありませんでした",
        "given-up" => "棚卸を取りやめました",
        _ => null,
    };

    public ListShown List { get; private set; } = null!; // read before the page is shown

    public async Task OnGetAsync()
    {
        View = await list.RunAsync(Municipality, Cancelled);
        List = await ShowAsync(OfficeLists.Counts, see);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        switch (ScanCode.Read(Scan))
        {
            case ScanCode.Location location:
                switch (await open.RunAsync(new(location.Path), Caller, Cancelled))
                {
                    case OpenCount.Opened opened: return Redirect($"/counts/{opened.CountId}");
                    case OpenCount.NotForCards not: Answer = PlaceAnswers.NotForCards(location.Path, not.Kind, not.Retired); break;
                    default: Answer = new(Tone.Error, "登録のない保管場所です", "ラベルを確かめてください。"); break;
                }

                break;
            case ScanCode.Card: Answer = new(Tone.Error, "カードのラベルです", "先に、数える箱のラベルを読み取ってください。"); break;
            case var code: Answer = ScanAnswer.NotTaken(code) with { Lines = ["数える箱のラベルを読み取ってください。"] }; break;
        }

        ModelState.Clear();
        await OnGetAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostDrawAsync() => await propose.RunAsync(Caller, Cancelled) switch
    {
        ProposeCounts.Proposed proposed => Redirect($"/counts?done=drawn&n={proposed.Drawn}"),
        ProposeCounts.AlreadyProposed => Redirect("/counts"),
        _ => Redirect("/counts?done=nothing"),
    };

    public async Task<IActionResult> OnPostFullAsync()
    {
        Guid? whole = Guid.TryParse(Whole, out var id) ? id : null;
        if (whole is null && Whole != Everywhere)
        {
            ModelState.AddModelError(nameof(Whole), "数える範囲を選んでください。");
            await OnGetAsync();
            return Page();
        }

        return await plan.RunAsync(new(whole), Caller, Cancelled) switch
        {
            PlanFullCount.Planned planned => Redirect($"/counts?done=planned&n={planned.Places}"),
            PlanFullCount.NotFound => NotFound(),
            _ => Redirect("/counts?done=none"),
        };
    }

    public async Task<IActionResult> OnPostGiveUpAsync() =>
        Redirect(await giveUp.RunAsync(new(CountId), Caller, Cancelled) ? "/counts?done=given-up" : "/counts");
}
