using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Missing;
using Tewatashi.Reservations;
using Tewatashi.Staff.Scans;
using Tewatashi.Staff.SignIn;
using Tewatashi.Web.Forms;

namespace Tewatashi.Staff.Pages.Missing;

/// <summary>Says that a card is not where the books say, and begins its search.</summary>
[Needs(Permission.MoveCards)]
public sealed class NewModel(ViewCard view, MissCard miss) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public Guid CardId { get; set; }

    /// <summary>What a count found; null where none did.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Finding { get; set; }

    [BindProperty(SupportsGet = true)]
    public MissingReason? Reason { get; set; }

    public CardView View { get; private set; } = null!; // read before the page is shown

    public static IEnumerable<Choice> Reasons => Enum.GetValues<MissingReason>().Where(reason => reason != MissingReason.InParcel).Select(reason => new Choice(reason.ToString(), reason.Name()));

    public string PlaceText => View switch
    {
        { Location: { } at } => $"{at.Path} {at.Words}",
        { Tray: { } counter } => $"{counter}の当日トレイ",
        _ => View.Card.PlaceKind.Name(),
    };

    public string BookingText => View.Booking is { } booking ? $"{Shown.Day(booking.Day)} {Shown.Time(booking.StartsAt)} {booking.Counter}" : "なし";

    public Task<IActionResult> OnGetAsync()
    {
        ModelState.Clear();
        return ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Reason is not { } reason || !Enum.IsDefined(reason))
        {
            ModelState.Clear();
            ModelState.AddModelError(nameof(Reason), "気づいたときを選んでください。");
            return await ShowAsync();
        }

        switch (await miss.RunAsync(new(CardId, reason, Finding), Caller, Cancelled))
        {
            case MissCard.Missed missed: return Redirect($"/missing/{missed.SearchId}?done=begun");
            case MissCard.AlreadyMissing already: return Redirect($"/missing/{already.SearchId}");
            case MissCard.NotOurs other:
                ModelState.AddModelError("", $"{other.Progress.Name()}で、場所が「{other.Kind.Name()}」のカードです。所在不明にはできません。");
                return await ShowAsync();
            case MissCard.FindingSettled:
                ModelState.AddModelError("", "この不足は、ほかの職員がもう解消しました。カードは見つかっています。棚卸の報告を確かめてください。");
                return await ShowAsync();
            default: return NotFound();
        }
    }

    private async Task<IActionResult> ShowAsync()
    {
        if (await view.RunAsync(new(CardId, WithNames: false), Caller with { OperationId = null }, Cancelled) is not ViewCard.Shown shown) return NotFound();
        View = shown.View;
        return Page();
    }
}
