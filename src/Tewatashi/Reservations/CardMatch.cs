namespace Tewatashi.Reservations;

/// <summary>By what a search found a card, the surest first.</summary>
public enum CardMatch
{
    SerialNumber,
    ApplicationId,
    ReservationNumber,
    ReceptionNumber,
    DispatchNumber,

    /// <summary>The whole name, as it is heard.</summary>
    WholeName,

    /// <summary>The beginning of the name, as it is heard.</summary>
    NameBeginning,

    /// <summary>The same but for voicing marks (濁点・半濁点).</summary>
    LooseName,
    SerialBeginning,
}

public static class CardMatchNames
{
    public static string Name(this CardMatch match) => match switch
    {
        CardMatch.SerialNumber => "製造管理番号",
        CardMatch.ApplicationId => "申請書ID",
        CardMatch.ReservationNumber => "予約番号",
        CardMatch.ReceptionNumber => "受付番号",
        CardMatch.DispatchNumber => "発送番号",
        CardMatch.WholeName => "氏名が一致",
        CardMatch.NameBeginning => "氏名の先頭が一致",
        CardMatch.LooseName => "濁点などの違いあり",
        CardMatch.SerialBeginning => "製造管理番号の先頭",
    };
}
