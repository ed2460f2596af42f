using Microsoft.AspNetCore.Mvc;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;

namespace Tewatashi.Staff.Pages.Desk;

/// <summary>The telephone desk before the caller is known: one field for any number.</summary>
[Needs(Permission.BookForCaller)]
public sealed class IndexModel(FindCaller findCaller, FindVisit findVisit, ReadBookingKinds readKinds) : StaffPage
{
    [BindProperty]
    public string? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>Kinds of booking besides 受取 that the telephone takes without a card.</summary>
    public bool HasErrands { get; private set; }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        var code = ScanCode.Read(Number);
        if (code is ScanCode.IndividualNumberDropped)
        {
            // What was typed is not sent back to the screen either.
            ModelState.Clear();
            Number = null;
            ModelState.AddModelError(nameof(Number), "個人番号は使いません。製造管理番号、予約番号、受付番号のどれかを入力してください。");
            return Page();
        }

        if (code is ScanCode.Unknown) ModelState.AddModelError(nameof(Number), "番号として読めません。製造管理番号、予約番号、受付番号のどれかを確かめて入力してください。");
        else if (await findCaller.RunAsync(new(code), Caller, Cancelled) is { } cardId) return Redirect($"/desk/{cardId}");
        else if (NumberOf(code) is { } number && await findVisit.RunAsync(new(number, null), Caller with { OperationId = null }, Cancelled) is { } visit)
            return Redirect($"/desk/visits/{visit.Visit.Id}");
        else ModelState.AddModelError(nameof(Number), "この番号のカードは見つかりません。もう一度聞いて、入力し直してください。");
        return Page();
    }

    private static ReservationNumber? NumberOf(ScanCode code) => code switch
    {
        ScanCode.Reservation(var number) => ReservationNumber.Parse(number),
        ScanCode.EitherNumber(var digits) => ReservationNumber.Parse(digits),
        _ => null,
    };

    private async Task LoadAsync() =>
        HasErrands = (await readKinds.RunAsync(Municipality, Cancelled)).Exists(kind => kind is { IsOn: true, OnPhone: true, NeedsCard: false });
}
