namespace Tewatashi.Transfers;

/// <summary>Why an order of a selection stays.</summary>
public enum CallOffRefusal
{
    /// <summary>It ended.</summary>
    Over,

    /// <summary>A booking asks for it, and ends it.</summary>
    Booked,

    /// <summary>The card is in a parcel.</summary>
    OnTheWay,
}

public static class CallOffRefusalNames
{
    public static string Name(this CallOffRefusal refusal) => refusal switch
    {
        CallOffRefusal.Over => "すでに終わった指示です",
        CallOffRefusal.Booked => "予約による指示です。予約を変えるか取り消すと終わります",
        CallOffRefusal.OnTheWay => "便に入っているカードです。先に便から出してください",
    };
}
