using Tewatashi.HandOver;
using Tewatashi.Reservations;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Day;

/// <summary>How the states of the day are marked.</summary>
public static class DayTones
{
    public static Tone Tone(this PickState state) => state switch
    {
        PickState.Picked => Web.Marks.Tone.Success,
        PickState.ToPick => Web.Marks.Tone.Info,
        PickState.NoCard => Web.Marks.Tone.Neutral,
        PickState.Suspended or PickState.Missing or PickState.NotPrepared or PickState.NotStored or PickState.OtherOffice
            or PickState.OtherTray or PickState.OnTheWay or PickState.Gone => Web.Marks.Tone.Error,
    };

    public static Tone Tone(this ReservationState state) => state switch
    {
        ReservationState.CheckedIn => Web.Marks.Tone.Warning,
        ReservationState.Completed => Web.Marks.Tone.Success,
        ReservationState.NotHandedOver or ReservationState.NoShow or ReservationState.NeedsRebooking => Web.Marks.Tone.Error,
        ReservationState.Held or ReservationState.Booked or ReservationState.Cancelled or ReservationState.Lapsed => Web.Marks.Tone.Neutral,
    };

    /// <summary>The state with its reason.</summary>
    public static string Words(ReservationState state, string? endReason) =>
        state == ReservationState.NotHandedOver && endReason is not null ? $"{state.Name()}({NotHandedOverReasonNames.NameOf(endReason)})" : state.Name();

    /// <summary>Why a card lies in the tray while this day is closed.</summary>
    public static string WhyInTray(this TrayCard card, DateOnly day) =>
        card.IsCheckedIn ? "来庁受付済"
        : card.Suspension is null && card.BookedOn == day && card.BookedCounterId == card.CounterId ? "この日の予約"
        : card.WhyBack();

    /// <summary>Why a card in the tray must go back.</summary>
    public static string WhyBack(this TrayCard card) =>
        card.Suspension is not null ? "保留"
        : card.BookedOn is { } day ? (card.BookedCounterId == card.CounterId ? $"別の日の予約({Time.JapaneseDate.Brief(day)})" : "別の窓口の予約")
        : card.LastState is { } state ? Words(state, card.LastReason)
        : "予約なし";
}
