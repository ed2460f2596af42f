namespace Tewatashi.Notices;

/// <summary>Which cards of a batch a list shows.</summary>
public enum BatchCardFilter
{
    All,

    /// <summary>Left out at the issue: their postcards are taken out of the pile.</summary>
    LeftOut,

    /// <summary>No paper, or a paper nobody has confirmed.</summary>
    Unconfirmed,

    /// <summary>Confirmed and not yet matched.</summary>
    Unmatched,

    /// <summary>Not sent and on 保留.</summary>
    Held,

    Returned,
}
