namespace Tewatashi.Reservations.Letters;

/// <summary>A visit as a mail tells of it.</summary>
/// <param name="Id">Names the entry in the resident's calendar.</param>
/// <param name="Sequence">Higher with each change, so that the calendar takes the newest.</param>
/// <param name="Number">Null for a seat that is only offered.</param>
/// <param name="Persons">In their order.</param>
/// <param name="ChangeableUntil">Not included.</param>
/// <param name="AnswerBy">Of an offer, not included; null for other mails.</param>
internal sealed record LetterVisit(
    Guid Id,
    int Sequence,
    ReservationNumber? Number,
    DateOnly Day,
    TimeOnly StartsAt,
    int Minutes,
    string CounterName,
    string CounterAccess,
    IReadOnlyList<LetterPerson> Persons,
    DateTimeOffset ChangeableUntil,
    DateTimeOffset? AnswerBy);
