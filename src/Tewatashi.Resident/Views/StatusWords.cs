using Tewatashi.Reservations;
using Tewatashi.Reservations.Statuses;
using Tewatashi.Resident.Resources;
using Tewatashi.Text;

namespace Tewatashi.Resident.Views;

/// <summary>カードの状況: in Japanese the municipality's own word where it has one; else the standard words of the reader's language. Every suspension reads alike.</summary>
public static class StatusWords
{
    public static string Of(CardStatus status, StatusLabels labels) => (Language.Current.IsJapanese ? labels.OwnOf(status) : null) ?? status switch
    {
        CardStatus.Booked => ResidentTexts.StatusBooked,
        CardStatus.CheckedIn => ResidentTexts.StatusCheckedIn,
        CardStatus.NeedsRebooking => ResidentTexts.StatusNeedsRebooking,
        CardStatus.Notified or CardStatus.NoticeReturned => ResidentTexts.StatusReady,
        CardStatus.Suspended => ResidentTexts.StatusStopped,
        CardStatus.Missing => ResidentTexts.StatusMissing,
        CardStatus.Prepared or CardStatus.Inspected or CardStatus.Received or CardStatus.Expected => ResidentTexts.StatusPreparing,
        CardStatus.PinSet => ResidentTexts.StatusPost,
        CardStatus.Posted => ResidentTexts.StatusPosted,
        CardStatus.HandedOver => ResidentTexts.StatusHandedOver,
        CardStatus.Disposed or CardStatus.Lost or CardStatus.ReturnedToMaker or CardStatus.NeverSent => ResidentTexts.StatusOver,
    };
}
