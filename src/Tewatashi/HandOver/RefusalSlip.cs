using Tewatashi.Reservations;

namespace Tewatashi.HandOver;

/// <summary>
/// 見送り票: what somebody who leaves without the card takes home. No name and no number of the card: it may be lost on the way.
/// </summary>
/// <param name="Reason">In the office's words.</param>
/// <param name="Sentence">What it means for the next visit.</param>
/// <param name="ToBring">Papers by the municipality's table; empty where new papers change nothing.</param>
/// <param name="Next">The next visit; null where none is booked yet.</param>
/// <param name="Telephone">Empty where the municipality has not entered it, as the other three.</param>
public sealed record RefusalSlip(
    Guid ReservationId, Guid CardId, string Municipality, string Counter, DateOnly Day, string Reason, string Sentence, IReadOnlyList<string> ToBring, LiveBooking? Next,
    string Telephone, string TelephoneHours, string Fax, string Website);
