namespace Tewatashi.HandOver;

/// <summary>交付取消の理由: why a card that was handed over came back on the same day.</summary>
public enum HandOverCancelReason
{
    WrongPerson,
    TerminalUndone,
    CardDefective,
    EnteredByMistake,
    OwnWish,
}

public static class HandOverCancelReasonNames
{
    public static string Name(this HandOverCancelReason reason) => reason switch
    {
        HandOverCancelReason.WrongPerson => "渡す相手を間違えた",
        HandOverCancelReason.TerminalUndone => "統合端末の手続きができなかった",
        HandOverCancelReason.CardDefective => "渡したあとにカードの不良が分かった",
        HandOverCancelReason.EnteredByMistake => "渡していないのに交付済にした",
        HandOverCancelReason.OwnWish => "本人が返した",
    };
}
