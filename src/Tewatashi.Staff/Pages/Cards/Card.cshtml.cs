using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Counting;
using Tewatashi.Notices;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Statuses;
using Tewatashi.Staff.Pages.Storage;
using Tewatashi.Staff.Scans;
using Tewatashi.Staff.SignIn;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Cards;

/// <summary>Everything about one card. Each look is recorded.</summary>
[Needs(Permission.ViewCards)]
public sealed class CardModel(ViewCard view, ReadStatusLabels labels, SeeVault vault, KeepBothCards keep) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>History with the entries that only say who saw the card.</summary>
    [BindProperty(SupportsGet = true, Name = "views")]
    public bool Views { get; set; }

    [BindProperty(SupportsGet = true, Name = "done")]
    public string? Done { get; set; }

    /// <summary>The other card of the same person.</summary>
    [BindProperty]
    public Guid OtherId { get; set; }

    public CardView View { get; private set; } = null!; // read before the page is shown

    /// <summary>処理状況 in the municipality's words.</summary>
    public string StatusWord { get; private set; } = "";

    /// <summary>The shelf it stands on; null where it lies in no box, or the person does not go there.</summary>
    public IReadOnlyList<ShelfView> Shelves { get; private set; } = [];

    public string? DoneText => Done switch
    {
        "suspended" => "保留にしました。",
        "booked" => "保留にしました。予約があります。来庁される方への連絡を確かめてください。",
        "lifted" => "保留を解除しました。",
        "amendment" => "要追記にしました。",
        "no-amendment" => "要追記を取り消しました。",
        "counter" => "窓口交付に変えました。",
        "post" => "郵送交付に変えました。",
        "returned" => "J-LISへ返送しました。",
        "kept" => "二枚とも残します。同じ方のカードのお知らせは、この2枚については出なくなります。",
        "remade" => "再作成として登録しました。移す予約はありません。",
        "remade-moved" => "再作成として登録し、このカードを保留にして、予約を新しいカードへ移しました。予約番号と日時は変わりません。",
        "remade-call" => "再作成として登録しました。新しいカードはまだ予約できないため、予約を電話連絡の一覧に載せました。新しいカードの交付前設定のあと、もう一度「再作成の登録」をすると予約が移ります。",
        _ => null,
    };

    public Tone DoneTone => Done is "booked" or "remade-call" ? Tone.Warning : Tone.Success;

    public string PlaceText => View switch
    {
        { Location: { } at } => $"{at.Path}({at.Words})",
        { Tray: { } counter } => $"{counter}の当日トレイ",
        _ => View.Card.PlaceKind.Name(),
    };

    public string NoticeText => View.Notice switch
    {
        null => "なし",
        { State: NoticeState.Printed } => "印刷済(発送前)",
        { State: NoticeState.Sent } notice => $"{Shown.Day(notice.SentOn)} 発送",
        { State: NoticeState.Returned } notice => $"{Shown.Day(notice.ReturnedOn)} 返戻",
        var notice => $"{Shown.Day(notice.SentOn)} 発送(取りやめ)",
    };

    public string BookingText => View.Booking switch
    {
        null => "なし",
        { State: ReservationState.Held } held => $"{Shown.Day(held.Day)} {Shown.Time(held.StartsAt)} {held.Counter}(仮押さえ中)",
        { State: ReservationState.NeedsRebooking } lost => $"{Shown.Day(lost.Day)} {Shown.Time(lost.StartsAt)} {lost.Counter}(要日時変更)",
        { State: ReservationState.CheckedIn } here => $"{Shown.Day(here.Day)} {Shown.Time(here.StartsAt)} {here.Counter}(来庁中)",
        var booked => $"{Shown.Day(booked.Day)} {Shown.Time(booked.StartsAt)} {booked.Counter}",
    };

    public bool IsOver => View.Card.Progress.IsOver();

    public bool CanGoToDesk => May(Permission.BookForCaller) && !IsOver;

    public bool CanSuspend => May(Permission.SuspendCards) && !IsOver;

    public bool CanChangeRoute => May(Permission.PostCards) && !IsOver && View.Card.PlaceKind != PlaceKind.Posted;

    public bool CanMiss => May(Permission.MoveCards) && !IsOver && View.Card.Progress.WasInspected() && PlaceMachine.Places.Allows(View.Card.PlaceKind, PlaceStep.Miss);

    public bool CanReturnToMaker => May(Permission.DisposeCards) && !IsOver && View.Card.Suspension == Suspension.Defective;

    public bool CanPrintLabel => May(Permission.ReceiveCards) && !IsOver;

    public static Tone ToneOf(CardStatus status) => status switch
    {
        CardStatus.Missing or CardStatus.Lost or CardStatus.Suspended => Tone.Error,
        CardStatus.NeverSent => Tone.Neutral,
        CardStatus.NeedsRebooking or CardStatus.NoticeReturned => Tone.Warning,
        CardStatus.CheckedIn or CardStatus.Booked or CardStatus.HandedOver => Tone.Success,
        CardStatus.Disposed or CardStatus.ReturnedToMaker or CardStatus.Notified or CardStatus.Posted or CardStatus.PinSet or CardStatus.Prepared
            or CardStatus.Inspected or CardStatus.Received or CardStatus.Expected => Tone.Neutral,
    };

    public async Task<IActionResult> OnGetAsync()
    {
        if (await view.RunAsync(new(Id, May(Permission.ViewCards), Views), Caller, Cancelled) is not ViewCard.Shown shown) return NotFound();
        View = shown.View;
        StatusWord = (await labels.RunAsync(Municipality, Cancelled)).Of(View.Status);
        if (View.Location is { } at && May(Permission.MoveCards) && await vault.RunAsync(Municipality, at.Id, Cancelled) is { } picture)
            Shelves = [.. picture.Shelves.Where(shelf => at.Path.StartsWith(shelf.Place.Path + "-", StringComparison.Ordinal))
                .Select(shelf => new ShelfView(shelf, shelf.Boxes.FirstOrDefault(box => at.Path == box.Path || at.Path.StartsWith(box.Path + "-", StringComparison.Ordinal))?.Id))];
        return Page();
    }

    public async Task<IActionResult> OnPostKeepAsync()
    {
        if (!May(Permission.SuspendCards)) return Forbid();
        return await keep.RunAsync(new(Id, OtherId), Caller, Cancelled) is KeepBothCards.NotFound ? NotFound() : Redirect($"/cards/{Id}?done=kept");
    }
}
