using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Imports.Changes;
using Tewatashi.Staff.SignIn;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Changes;

/// <summary>One change list: its preview, then row by row the candidates; a clerk confirms one or none.</summary>
[Needs(Permission.SuspendCards)]
public sealed class ListModel(ViewChanges view, BeginChanges begin, DecideChange decide, EndChanges end) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "done")]
    public string? Done { get; set; }

    [BindProperty]
    public Guid RowId { get; set; }

    /// <summary>The cards that are this person's.</summary>
    [BindProperty]
    public List<Guid> CardIds { get; set; } = [];

    /// <summary>None of the candidates is.</summary>
    [BindProperty]
    public bool None { get; set; }

    public ViewChanges.Shown List { get; private set; } = null!; // read before the page is shown

    public string? DoneText => Done switch
    {
        "begun" => "照合を始めました。1行ずつ確かめてください。",
        "suspended" => "カードを保留にしました。",
        "booked" => "カードを保留にしました。予約があるため、電話連絡の一覧に載せました。",
        "amended" => "カードを要追記にしました。",
        "stopped" => "カードはすでに保留でした。保留の理由は変わりません。",
        "nothing" => "カードが選ばれていません。同じ方のカードに印を付けるか、「どれも別の方」を押してください。",
        "not-ours" => "該当なしとしました。",
        "gone" => "ほかの職員が先に確かめています。",
        "no-candidate" => "そのカードは、もう当てはまりません。今の候補を確かめてください。",
        "ended" => "終了し、残りの行を消去しました。",
        _ => null,
    };

    public Tone DoneTone => Done is "booked" or "gone" or "no-candidate" or "nothing" ? Tone.Warning : Tone.Success;

    public static string WhatHappens(ChangeKind kind) => kind.Stops() is null ? "要追記にする" : "保留にする";

    /// <summary>要窓口確認 says no more than its name here too.</summary>
    public static string WordsOf(ChangeCandidate candidate) => string.Join('　', new[]
    {
        candidate.KanaName?.Display ?? "(氏名なし)", candidate.Birthday.Display, candidate.Progress.Name(), candidate.Surely ? null : "(濁点などが違う)",
        candidate.Suspension is { } why ? $"すでに保留: {why.Name()}" : null, candidate.AmendmentNeeded ? "要追記" : null,
    }.OfType<string>());

    public async Task<IActionResult> OnGetAsync()
    {
        if (await view.RunAsync(new(Id), Caller, Cancelled) is not ViewChanges.Shown shown) return NotFound();
        List = shown;
        return Page();
    }

    public async Task<IActionResult> OnPostBeginAsync() =>
        Back(await begin.RunAsync(new(Id), Caller, Cancelled) is BeginChanges.Begun ? "begun" : "gone");

    public async Task<IActionResult> OnPostEndAsync() =>
        Back(await end.RunAsync(new(Id), Caller, Cancelled) is EndChanges.Ended ? "ended" : "gone");

    public async Task<IActionResult> OnPostDecideAsync() => !None && CardIds.Count == 0 ? Back("nothing") : await decide.RunAsync(new(Id, RowId, None ? [] : CardIds), Caller, Cancelled) switch
    {
        DecideChange.Decided decided => Back(WordOf(decided)),
        DecideChange.AlreadyDecided => Back("gone"),
        DecideChange.NotACandidate => Back("no-candidate"),
        _ => NotFound(),
    };

    private static string WordOf(DecideChange.Decided decided) => decided switch
    {
        { Booking: true } => "booked",
        { How: ChangeRowState.Suspended } => "suspended",
        { How: ChangeRowState.Amended } => "amended",
        { How: ChangeRowState.AlreadyStopped } => "stopped",
        _ => "not-ours",
    };

    private RedirectResult Back(string done) => Redirect($"/changes/{Id}?done={done}");
}
