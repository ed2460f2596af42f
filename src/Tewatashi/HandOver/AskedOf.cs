namespace Tewatashi.HandOver;

/// <summary>Of whom a line of the checklist is asked.</summary>
public enum AskedOf
{
    Everyone,

    /// <summary>The applicant comes, alone or accompanied.</summary>
    ApplicantHere,

    /// <summary>Somebody comes in the applicant's stead.</summary>
    ProxyAlone,

    /// <summary>A representative comes, beside the applicant or alone.</summary>
    Representative,

    /// <summary>要追記.</summary>
    AmendmentNeeded,
}

public static class AskedOfNames
{
    public static string Name(this AskedOf of) => of switch
    {
        AskedOf.Everyone => "すべての方",
        AskedOf.ApplicantHere => "本人が来たとき",
        AskedOf.ProxyAlone => "代理の方だけのとき",
        AskedOf.Representative => "代理の方がいるとき",
        AskedOf.AmendmentNeeded => "要追記のとき",
    };
}
