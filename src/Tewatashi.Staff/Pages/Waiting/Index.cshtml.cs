using Microsoft.AspNetCore.Mvc;
using Tewatashi.Lists;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Waiting;
using Tewatashi.Staff.Lists;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Waiting;

/// <summary>空き待ち: who waits, in the order of the offers, and the answers of those who were called.</summary>
[Needs(Permission.BookForCaller)]
public sealed class IndexModel(ListWaits list, SeeList see, AcceptOffer accept, DeclineOffer decline, LeaveWaitingList leave) : StaffPage
{
    [BindProperty]
    public Guid WaitingId { get; set; }

    [BindProperty]
    public Guid OfferId { get; set; }

    [BindProperty]
    public Guid CardId { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public ListWaits.Shown Shown { get; private set; } = null!; // read before the page is shown

    public ListShown List { get; private set; } = null!; // read before the page is shown

    public bool DoneWell => Done is not ("gone" or "refused");

    public string? DoneWords => Done switch
    {
        "joined" => "空き待ちに登録しました。空きが出たら、順番にご案内します。",
        "declined" => "見送りを記録しました。枠は次の方へご案内します。",
        "left" => "空き待ちを終わりにしました。",
        "gone" => "このご案内は、すでに終わっています。今の一覧をご確認ください。",
        "refused" => "カードの状態が変わったため、いまは予約できません。カードの画面で確かめてください。",
        _ => null,
    };

    public async Task OnGetAsync()
    {
        List = AskedList(OfficeLists.Waits, see.Today);
        Shown = List.Problems.Count > 0 ? new([], List.View) : await list.RunAsync(new(List.Ask, List.Page), Caller with { OperationId = null }, Cancelled);
        List = List with { View = Shown.Page };
    }

    public async Task<IActionResult> OnPostAcceptAsync() => await accept.RunAsync(new(WaitingId, OfferId), Caller, Cancelled) switch
    {
        AcceptOffer.Accepted => Redirect($"/desk/{CardId}?done=booked"),
        AcceptOffer.Refused => Redirect("/waiting?done=refused"),
        _ => Redirect("/waiting?done=gone"),
    };

    public async Task<IActionResult> OnPostDeclineAsync() =>
        Redirect(await decline.RunAsync(new(WaitingId, OfferId), Caller, Cancelled) is DeclineOffer.Declined ? "/waiting?done=declined" : "/waiting?done=gone");

    public async Task<IActionResult> OnPostLeaveAsync() =>
        Redirect(await leave.RunAsync(new(WaitingId), Caller, Cancelled) ? "/waiting?done=left" : "/waiting?done=gone");
}
