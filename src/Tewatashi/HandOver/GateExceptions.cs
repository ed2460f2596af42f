using Tewatashi.Municipalities;

namespace Tewatashi.HandOver;

/// <summary>What is out of the ordinary about a hand-over; nothing: one clerk is enough.</summary>
/// <param name="Booked">Who was booked.</param>
/// <param name="ForProxy">The municipality wants a second person for every proxy.</param>
/// <param name="LastDayOn">The last day to take the card, inclusive; null where none is known.</param>
public sealed record GateExceptions(RecipientKind Booked, bool ForProxy, DateOnly? LastDayOn, DateOnly Today)
{
    /// <param name="came">Who really came.</param>
    /// <param name="withNotice">The answered notice is here; for a proxy it is a must and asked elsewhere.</param>
    public HandOverExceptions Of(RecipientKind came, bool withNotice) =>
        (came.ComesAlone() && ForProxy ? HandOverExceptions.Proxy : HandOverExceptions.None)
        | (came.ComesAlone() && !Booked.ComesAlone() ? HandOverExceptions.OtherThanBooked : HandOverExceptions.None)
        | (!came.ComesAlone() && !withNotice ? HandOverExceptions.WithoutNotice : HandOverExceptions.None)
        | (LastDayOn < Today ? HandOverExceptions.AfterDeadline : HandOverExceptions.None);
}
