namespace Tewatashi.Imports;

/// <summary>What a column of a file of cards can hold.</summary>
public enum ImportField
{
    SerialNumber,
    ApplicationId,
    KanaName,
    Birthday,
    DispatchNumber,

    /// <summary>交付窓口, by its code.</summary>
    Counter,

    /// <summary>交付期限: the card's own last day.</summary>
    Deadline,

    /// <summary>交付方式: 窓口 or 郵送.</summary>
    Route,

    /// <summary>保管場所, as the municipality writes it.</summary>
    Location,

    /// <summary>通知日: the day the notice was sent.</summary>
    NotifiedOn,

    /// <summary>交付予約日時.</summary>
    ReservedFor,

    /// <summary>予約番号 of the system before.</summary>
    ReservationNumber,
}
