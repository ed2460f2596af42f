namespace Tewatashi.Mail;

/// <summary>
/// What a municipality's own wording of a mail may have filled in: a closed list that holds no item of a person but 予約番号 and the visit
/// itself. Written <c>{予約番号}</c>.
/// </summary>
public enum MailWord
{
    Municipality,
    Telephone,
    ReservationNumber,
    Day,
    Time,
    Counter,
    Persons,

    /// <summary>Until when a change is possible on the internet.</summary>
    ChangeableUntil,

    /// <summary>Until when an offer can be accepted.</summary>
    AnswerBy,
}
