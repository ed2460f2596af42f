using Microsoft.AspNetCore.Mvc;
using Tewatashi.Staff.SignIn;
using Tewatashi.Transfers;

namespace Tewatashi.Staff.Pages.Transfers;

/// <summary>
/// Calls off the orders ticked on the list: first shows each and why some would stay, then does it and names what stayed. The answer is this page itself and no
/// redirect, because it stands nowhere else; sent once more, it changes nothing.
/// </summary>
[Needs(Permission.MoveCards)]
public sealed class CallOffModel(PreviewCallOffs preview, CallOffTransfers callOff) : StaffPage
{
    /// <summary>Ticked on the list.</summary>
    [BindProperty]
    public List<Guid> Selected { get; set; } = [];

    /// <summary>What the preview showed as going.</summary>
    [BindProperty]
    public List<Guid> Orders { get; set; } = [];

    public IReadOnlyList<PreviewCallOffs.Line> Lines { get; private set; } = [];

    /// <summary>Null before it was done.</summary>
    public CallOffTransfers.Result? Result { get; private set; }

    public int Goes => Lines.Count(line => line.LeftOut is null);

    public IActionResult OnGet() => Redirect("/transfers");

    public async Task OnPostAsync()
    {
        if (Selected.Count == 0) ModelState.AddModelError("", "カードを1枚以上選んでください。一覧に戻って選び直します。");
        else if (Selected.Count > CallOffTransfers.MostOrders) ModelState.AddModelError("", $"一度に取りやめられるのは{CallOffTransfers.MostOrders}枚までです。分けて選んでください。");
        else Lines = await preview.RunAsync(new(Selected), Caller, Cancelled);
    }

    public async Task<IActionResult> OnPostApplyAsync()
    {
        if (Orders.Count is 0 or > CallOffTransfers.MostOrders) return Redirect("/transfers");
        Result = await callOff.RunAsync(new(Orders), Caller, Cancelled);
        Lines = await preview.RunAsync(new(Orders), Caller, Cancelled);
        return Page();
    }

    public string WordOf(PreviewCallOffs.Line line) => Result switch
    {
        null => line.LeftOut is { } why ? $"取りやめません: {why.Name()}" : "取りやめます",
        var done => done.LeftOut.Contains(line.OrderId) ? $"取りやめていません: {(line.LeftOut ?? CallOffRefusal.Over).Name()}" : "取りやめました",
    };
}
