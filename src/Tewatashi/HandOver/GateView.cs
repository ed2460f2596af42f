using Tewatashi.Cards;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;

namespace Tewatashi.HandOver;

/// <summary>What the gate shows. Never the birthday on file: it is typed blind.</summary>
/// <param name="Stop">Why the card can not leave now; null where it may.</param>
/// <param name="KanaName">Null where the file gave none.</param>
/// <param name="ProxyName">代理受取人カナ氏名 as given with the booking; null where none was.</param>
/// <param name="Likeness">Somebody else of that day at this counter is like this applicant: look twice.</param>
/// <param name="OpenKinds">Kinds of recipient that are open here.</param>
/// <param name="LastFileNumber">The 綴り番号 given last at this counter; null where none was.</param>
/// <param name="Checklist">As the municipality words it now.</param>
/// <param name="FileNumber">Under which this one was filed; null before.</param>
/// <param name="Exceptions">What would be out of the ordinary, and need a second person.</param>
/// <param name="SecondName">Who else stood for the hand-over; null before, and where one was enough.</param>
/// <param name="MayBeTakenBack">Handed over today: 交付取消 is possible.</param>
/// <param name="NextOfVisit">Somebody else of the same visit who waits for a card; null where nobody does.</param>
public sealed record GateView(
    Guid ReservationId, Guid CardId, Guid CounterId, string LastFour, ReservationNumber Number, DateOnly Day, TimeOnly StartsAt, string Counter, string? CallNumber,
    ReservationState State, string? EndReason, GateStop? Stop, RecipientKind RecipientKind, IReadOnlyList<RecipientKind> OpenKinds, KanaName? KanaName, KanaName? ProxyName,
    bool AmendmentNeeded, Likeness Likeness, string? LastFileNumber, string? FileNumber, DateTimeOffset? HandedOverAt, Checklist Checklist,
    GateExceptions Exceptions, string? SecondName, bool MayBeTakenBack, NextOfVisit? NextOfVisit);

/// <summary>The next person of a visit whose card is still to be handed over.</summary>
public sealed record NextOfVisit(Guid ReservationId, string LastFour);
