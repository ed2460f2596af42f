namespace Tewatashi.HandOver;

/// <summary>Why a second member of staff has to stand for a hand-over; several may come together.</summary>
[Flags]
public enum HandOverExceptions
{
    None = 0,

    /// <summary>Somebody else takes the card alone. By a rule of the municipality.</summary>
    Proxy = 1,

    /// <summary>A proxy came alone although the applicant was booked. By no rule to be switched off.</summary>
    OtherThanBooked = 2,

    /// <summary>The answered notice is not here.</summary>
    WithoutNotice = 4,

    /// <summary>交付期限 is over.</summary>
    AfterDeadline = 8,
}

public static class HandOverExceptionNames
{
    private static readonly (HandOverExceptions One, string Name)[] Names =
    [
        (HandOverExceptions.Proxy, "代理の方だけの受け取り"),
        (HandOverExceptions.OtherThanBooked, "予約と違い、代理の方だけが来た"),
        (HandOverExceptions.WithoutNotice, "回答のある交付通知書がない"),
        (HandOverExceptions.AfterDeadline, "交付期限を過ぎている"),
    ];

    /// <summary>All of them in words; empty where nothing is out of the ordinary.</summary>
    public static string Words(this HandOverExceptions exceptions) => string.Join("、", Names.Where(row => exceptions.HasFlag(row.One)).Select(row => row.Name));
}
