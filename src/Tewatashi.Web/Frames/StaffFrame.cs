namespace Tewatashi.Web.Frames;

/// <summary>What stands around every staff page. Without a user it is the bare frame of the sign-in page.</summary>
public sealed record StaffFrame
{
    public string? MunicipalityName { get; init; }

    public string HomeUrl { get; init; } = "/";

    /// <summary>Who is signed in; null hides navigation and search.</summary>
    public string? UserName { get; init; }

    public string? RoleName { get; init; }

    public StaffNavigation Navigation { get; init; } = StaffNavigation.Empty;

    /// <summary>Where the search box posts; null where the user may not search.</summary>
    public string? SearchUrl { get; init; } = "/search";

    /// <summary>Posted.</summary>
    public string SignOutUrl { get; init; } = "/sign-out";

    /// <summary>The own account of who is signed in.</summary>
    public string AccountUrl { get; init; } = "/account";

    /// <summary>When the session is over unless another page is opened before, as the office says it; null without a session.</summary>
    public string? SessionEndsAt { get; init; }

    /// <summary>How long until then, by the server's clock.</summary>
    public TimeSpan SessionRemaining { get; init; }

    /// <summary>A line above everything.</summary>
    public string? Notice { get; init; }

    /// <summary>Where the matter of <see cref="Notice"/> is dealt with; null where nowhere.</summary>
    public FrameLink? NoticeLink { get; init; }
}
