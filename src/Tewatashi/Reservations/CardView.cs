using Tewatashi.Cards;
using Tewatashi.Notices;
using Tewatashi.Storage;

namespace Tewatashi.Reservations;

/// <summary>Everything the office knows of a card, for its page.</summary>
/// <param name="Names">Null where the person at the screen may not see them.</param>
/// <param name="Location">Where it lies; null where it lies in no storage place.</param>
/// <param name="Tray">Name of the counter in whose tray it lies; null where it lies in none.</param>
/// <param name="ShipmentName">Null for a card taken over from a former stock.</param>
/// <param name="Notice">The one that counts; null where none was issued.</param>
/// <param name="Told">When it was told first and last; null where no notice was ever sent.</param>
/// <param name="Booking">The live one; null where there is none.</param>
/// <param name="SamePerson">Other cards in stock that seem to be the same person's, none where names may not be seen.</param>
/// <param name="Remade">The card it replaces and the card that replaces it.</param>
public sealed record CardView(
    Card Card,
    CardStatus Status,
    ApplicantNames? Names,
    LocationWords? Location,
    string? Tray,
    string? ShipmentName,
    string? CounterName,
    NoticeLine? Notice,
    NoticeDates? Told,
    LiveBooking? Booking,
    IReadOnlyList<SamePersonCard> SamePerson,
    IReadOnlyList<RemadeLink> Remade,
    IReadOnlyList<HistoryLine> History,
    bool IsHistoryCut);
