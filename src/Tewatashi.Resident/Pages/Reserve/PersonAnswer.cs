namespace Tewatashi.Resident.Pages.Reserve;

/// <summary>What is answered for one person of the visit.</summary>
public sealed class PersonAnswer
{
    /// <summary>1 for the one who signed in.</summary>
    public int Ordinal { get; set; }

    public string? Kind { get; set; }

    /// <summary>代理受取人カナ氏名, as typed now; a name given before is never shown again.</summary>
    public string? ProxyName { get; set; }

    /// <summary>Of the 製造管理番号. Shown, not taken from the form.</summary>
    public string? LastFour { get; set; }

    /// <summary>A proxy was named before.</summary>
    public bool ProxyNamed { get; set; }
}
