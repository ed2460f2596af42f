namespace Tewatashi.Staff.Pages.Staff;

/// <summary>A single-use link, shown this once.</summary>
/// <param name="Until">Until when it is good.</param>
public sealed record LinkShown(string UserId, string Address, DateTimeOffset Until)
{
    public static LinkShown Of(HttpRequest request, string userId, string token, DateTimeOffset now) =>
        new(userId, $"{request.Scheme}://{request.Host}/set-up/{token}", now + InviteStaff.LinkLasts);
}
