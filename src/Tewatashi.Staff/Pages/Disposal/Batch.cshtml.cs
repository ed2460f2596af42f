using Microsoft.AspNetCore.Mvc;
using Tewatashi.Disposal;
using Tewatashi.Staff.SignIn;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Disposal;

/// <summary>One proposal: its cards, the 決裁 by another person, and the way to the shredder.</summary>
[Needs(Permission.DisposeCards)]
public sealed class BatchModel(ViewDisposal see, ApproveDisposal approve, GiveUpDisposal giveUp, LeaveOutOfDisposal leaveOut, CloseDisposal close) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What was just done: a code of this page.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>How many cards dropped out with it.</summary>
    [BindProperty(SupportsGet = true, Name = "n")]
    public int Number { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public Guid CardId { get; set; }

    public ViewDisposal.View View { get; private set; } = null!; // read before the page is shown

    public string? DoneText => Done switch
    {
        "proposed" => "起案しました。決裁は、起案者と別の職員が行います。" + Left,
        "approved" => "決裁しました。統合端末で廃止登録をして、ここに記録してください。" + Left,
        "left-out" => "カードを起案から外しました。",
        "given-up" => "起案を取りやめました。カードは元のままです。",
        "closed" => "完了にしました。報告を印刷できます。",
        _ => null,
    };

    public Tone DoneTone => Number > 0 ? Tone.Warning : Tone.Success;

    private string Left => Number > 0 ? $"{Number}枚は、予約や保留が変わったため外れました。" : "";

    public static Tone ToneOf(DisposalState state) => state switch
    {
        DisposalState.Proposed => Tone.Warning,
        DisposalState.Approved => Tone.Info,
        DisposalState.Closed => Tone.Success,
        DisposalState.GivenUp => Tone.Neutral,
    };

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostApproveAsync()
    {
        if (!May(Permission.ApproveDisposals)) return Forbid();
        switch (await approve.RunAsync(new(Id, Version), Caller, Cancelled))
        {
            case ApproveDisposal.Approved approved: return Redirect($"/disposal/{Id}?done=approved&n={approved.Dropped.Count}");
            case ApproveDisposal.OwnProposal: return await SayAsync("自分の起案は決裁できません。別の職員がサインインして決裁してください。記録しました。");
            case ApproveDisposal.Overtaken: return await SayAsync("ほかの職員が先にこの起案を変更しました。今の状態を確かめてください。");
            default: return NotFound();
        }
    }

    public async Task<IActionResult> OnPostGiveUpAsync() => await giveUp.RunAsync(new(Id), Caller, Cancelled) switch
    {
        GiveUpDisposal.GivenUp => Redirect($"/disposal/{Id}?done=given-up"),
        GiveUpDisposal.AlreadyAbolished => await SayAsync("廃止登録の済んだカードがあるので、取りやめられません。裁断まで進めてください。"),
        _ => Redirect($"/disposal/{Id}"),
    };

    public async Task<IActionResult> OnPostLeaveOutAsync() =>
        await leaveOut.RunAsync(new(Id, CardId), Caller, Cancelled) ? Redirect($"/disposal/{Id}?done=left-out") : Redirect($"/disposal/{Id}");

    public async Task<IActionResult> OnPostCloseAsync() => await close.RunAsync(new(Id), Caller, Cancelled) switch
    {
        CloseDisposal.Closed => Redirect($"/disposal/{Id}?done=closed"),
        CloseDisposal.NotDone left => await SayAsync($"まだ裁断していないカードが{left.Cards}枚あります。裁断するか、廃止登録の前のカードを外してから完了にしてください。"),
        _ => Redirect($"/disposal/{Id}"),
    };

    private Task<IActionResult> SayAsync(string problem)
    {
        ModelState.Clear();
        ModelState.AddModelError("", problem);
        return ShowAsync();
    }

    private async Task<IActionResult> ShowAsync()
    {
        if (await see.RunAsync(new(Id), Caller, Cancelled) is not { } view) return NotFound();
        View = view;
        return Page();
    }
}
