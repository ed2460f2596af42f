using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Reservations;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;

namespace Tewatashi.Staff.Pages.Cards;

/// <summary>再作成: two scans link the old card with the new one.</summary>
[Needs(Permission.SuspendCards)]
public sealed class RemadeModel(LinkRemadeCard link, FindCardId find) : StaffPage
{
    [BindProperty]
    public string? Old { get; set; }

    [BindProperty]
    public string? New { get; set; }

    [BindProperty]
    public bool OtherName { get; set; }

    /// <summary>The names differ: the clerk is asked whether it is the same person.</summary>
    public bool AsksForName { get; private set; }

    /// <summary>From the hint on a card's page: the card shown is the newer one unless its number says otherwise; the clerk sees both and may swap them.</summary>
    public async Task OnGetAsync(Guid? card, Guid? other)
    {
        if (card is not { } here || other is not { } there) return;
        var numbers = await find.SerialNumbersAsync(Municipality, [here, there], Cancelled);
        Old = numbers.GetValueOrDefault(there)?.Display;
        New = numbers.GetValueOrDefault(here)?.Display;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (old, remade) = (Read(Old, nameof(Old), "古いカード"), Read(New, nameof(New), "新しいカード"));
        if (old is null || remade is null) return Page();
        switch (await link.RunAsync(new(old, remade, OtherName), Caller, Cancelled))
        {
            case LinkRemadeCard.Linked linked:
                return Redirect($"/cards/{linked.OldId}?done={DoneOf(linked.Booking)}");
            case LinkRemadeCard.UnknownCard unknown:
                ModelState.AddModelError(unknown.Number == old ? nameof(Old) : nameof(New), "登録のないカードです。番号を確かめてください。");
                break;
            case LinkRemadeCard.SameCard:
                ModelState.AddModelError(nameof(New), "古いカードと同じ番号です。新しいカードの管理ラベルを読み取ってください。");
                break;
            case LinkRemadeCard.OtherPerson:
                ModelState.AddModelError(nameof(New), "別の方のカードです(誕生日が違います)。2枚のカードを確かめてください。登録していません。");
                break;
            case LinkRemadeCard.OtherName:
                AsksForName = true;
                ModelState.AddModelError(nameof(OtherName), "誕生日は同じですが、カナ氏名が違います。氏名が変わった同じ方のときだけ、申請書で確かめて印を付けてください。");
                break;
            case LinkRemadeCard.Over over:
                ModelState.AddModelError(over.Number == old ? nameof(Old) : nameof(New), $"{over.Progress.Name()}のカードです。再作成として登録できません。");
                break;
            case LinkRemadeCard.CheckedIn:
                ModelState.AddModelError(nameof(Old), "このカードの方が来庁中です。来庁の受付を終えてから登録してください。");
                break;
            case LinkRemadeCard.LinkedElsewhere:
                ModelState.AddModelError(nameof(Old), "どちらかのカードが、すでに別のカードと再作成で結ばれています。カードの画面で確かめてください。");
                break;
        }

        return Page();
    }

    private static string DoneOf(LinkRemadeCard.BookingEnd booking) => booking switch
    {
        LinkRemadeCard.BookingEnd.None => "remade",
        LinkRemadeCard.BookingEnd.Moved => "remade-moved",
        LinkRemadeCard.BookingEnd.ToBeRebooked => "remade-call",
    };

    private SerialNumber? Read(string? typed, string field, string name)
    {
        switch (ScanCode.Read(typed))
        {
            case ScanCode.Card card: return SerialNumber.Parse(card.Serial);
            case ScanCode.IndividualNumberDropped:
                ModelState.Remove(field);
                (Old, New) = field == nameof(Old) ? (null, New) : (Old, (string?)null);
                ModelState.AddModelError(field, ScanCode.ReadTheSleeve);
                return null;
            default:
                ModelState.AddModelError(field, $"{name}の管理ラベルを読み取るか、製造管理番号を入力してください。");
                return null;
        }
    }
}
