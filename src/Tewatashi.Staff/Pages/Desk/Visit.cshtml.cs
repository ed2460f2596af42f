using Microsoft.AspNetCore.Mvc;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Families;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Desk;

/// <summary>A booking that stands for nobody's card, at the telephone: known by its 予約番号, changed and cancelled by it.</summary>
[Needs(Permission.BookForCaller)]
public sealed class VisitModel(FindVisit find, FindSeats findSeats, ReadBookingRules readRules, ChangeVisit change, CancelVisit cancel, RemoveFromVisit remove) : StaffPage
{
    private const int DaysSearched = 14;

    [BindProperty(SupportsGet = true)]
    public Guid VisitId { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty]
    public string? At { get; set; }

    [BindProperty]
    public Guid Leaving { get; set; }

    public VisitView View { get; private set; } = null!; // loaded before the page is drawn
    public IReadOnlyList<Tewatashi.Web.Forms.Choice> Seats { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostChangeAsync()
    {
        if (SeatChoice.Read(At) is { } seat)
        {
            var outcome = await change.RunAsync(new(VisitId, seat.CounterId, seat.Day, seat.StartsAt), Caller, Cancelled);
            if (outcome is ChangeVisit.Changed) return Redirect($"/desk/visits/{VisitId}?done=changed");
            ModelState.AddModelError(nameof(At), outcome is ChangeVisit.Refused refused ? refused.Why.Message() : "この予約はもう変更できません。今の状態を確かめてください。");
        }
        else
        {
            ModelState.AddModelError(nameof(At), "日時と窓口を選んでください。");
        }

        return await LoadAsync() ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostCancelAsync()
    {
        if (await cancel.RunAsync(new(VisitId), Caller, Cancelled) is CancelVisit.Cancelled) return Redirect("/desk?done=cancelled");
        ModelState.AddModelError("", "この予約はもう取り消せません。今の状態を確かめてください。");
        return await LoadAsync() ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        switch (await remove.RunAsync(new(VisitId, Leaving), Caller, Cancelled))
        {
            case RemoveFromVisit.Removed: return Redirect($"/desk/visits/{VisitId}?done=changed");
            case RemoveFromVisit.Cancelled: return Redirect("/desk?done=cancelled");
        }

        ModelState.AddModelError("", "この方を外せません。今の状態を確かめてください。");
        return await LoadAsync() ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync()
    {
        if (await find.RunAsync(new(null, VisitId), Caller with { OperationId = null }, Cancelled) is not { } visit) return false;
        View = visit;
        if (!visit.CanChange) return true;
        var first = (await readRules.RunAsync(Municipality, Cancelled)).EarliestOn(Channel.Phone);
        var maps = await findSeats.RunAsync(
            Municipality,
            new(null, first, first.AddDays(DaysSearched), visit.Visit.Minutes, Channel.Phone, [.. visit.Persons.Select(person => person.CardId).OfType<Guid>()], KindIds: [.. visit.Persons.Select(person => person.Kind?.Id).OfType<Guid>()]),
            Cancelled);
        Seats = SeatChoice.Next(maps, TimeOnly.MinValue);
        return true;
    }
}
