namespace Tewatashi.HandOver;

/// <summary>In what somebody else who comes to the same counter on the same day is like this applicant.</summary>
[Flags]
public enum Likeness
{
    None = 0,
    SameName = 1,
    SameBirthday = 2,
}

public static class LikenessNames
{
    /// <summary>Empty where nobody is like them. Says no name and no date.</summary>
    public static string Words(this Likeness likeness) => likeness switch
    {
        Likeness.None => "",
        Likeness.SameName => "同じお名前の方が、この日この窓口にいます",
        Likeness.SameBirthday => "誕生日が同じ方が、この日この窓口にいます",
        _ => "同じお名前の方と、誕生日が同じ方が、この日この窓口にいます",
    };

    public static string Advice(this Likeness likeness) => likeness switch
    {
        Likeness.None => "",
        Likeness.SameName => "取り違えに注意し、番号と誕生日で確かめてください。",
        Likeness.SameBirthday => "誕生日では見分けられません。お名前と番号で確かめてください。",
        _ => "お名前と誕生日だけでは見分けられません。カードの写真と番号で確かめてください。",
    };
}
