using Microsoft.AspNetCore.Mvc;
using Tewatashi.Missing;
using Tewatashi.Staff.SignIn;
using Tewatashi.Time;

namespace Tewatashi.Staff.Pages.Missing;

/// <summary>One search: where to look, the scan that ends it, and 紛失確定 by two.</summary>
[Needs(Permission.MoveCards)]
public sealed class SearchModel(ViewSearch see, FindMissingCard find, ConfirmLost confirm) : FoundPage(find)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What was just done: a code of this page.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty]
    public bool Wrongful { get; set; }

    public ViewSearch.View View { get; private set; } = null!; // read before the page is shown

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await ScanAsync();
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostLostAsync()
    {
        if (!May(Permission.HandleIncidents)) return Forbid();
        ModelState.Clear();
        if (ReadSecond() is not { } second) return await ShowAsync();
        switch (await confirm.RunAsync(new(Id, Wrongful, second), Caller, Cancelled))
        {
            case ConfirmLost.Lost lost: return May(Permission.ViewIncidents) ? Redirect($"/incidents/{lost.IncidentId}?done=lost") : Redirect($"/missing/{Id}");
            case ConfirmLost.StillBooked booked:
                ModelState.AddModelError("", $"{JapaneseDate.Brief(booked.Booking.Day)} {booked.Booking.Counter}の予約があります。来る方に電話で伝え、電話受付の画面で予約を取り消してから確定してください。");
                break;
            case ConfirmLost.NotRunning: return Redirect($"/missing/{Id}");
            case ConfirmLost.SamePerson: SaySamePerson(); break;
            case ConfirmLost.SecondRefused: SaySecondRefused(); break;
            case var outcome: throw new InvalidOperationException($"{outcome.GetType().Name} has no words.");
        }

        return await ShowAsync();
    }

    private async Task<IActionResult> ShowAsync()
    {
        if (await see.RunAsync(new(Id), Caller with { OperationId = null }, Cancelled) is not { } view) return NotFound();
        View = view;
        return Page();
    }
}
