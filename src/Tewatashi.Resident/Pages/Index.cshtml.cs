using Tewatashi.Municipalities;
using Tewatashi.Resident.Views;
using Tewatashi.Time;

namespace Tewatashi.Resident.Pages;

/// <summary>The first page of a municipality: where to book, where to look up, and what to read before.</summary>
public sealed class IndexModel(PublicOffice office, ReadBookingKinds kinds, TimeProvider clock) : ResidentPage
{
    private const int NewsShown = 2;

    public OfficeText Welcome { get; private set; } = OfficeText.None;
    public IReadOnlyList<Article> News { get; private set; } = [];

    /// <summary>Kinds of booking that need no card are taken on the internet.</summary>
    public bool HasErrands { get; private set; }

    public async Task OnGetAsync()
    {
        HasErrands = (await kinds.RunAsync(Office.Key, Cancelled)).Exists(kind => kind is { IsOn: true, OnWeb: true, NeedsCard: false });
        Welcome = OfficeText.Of(TextKey.Welcome, (await office.TextAsync(Office.Key, TextKey.Welcome, Cancelled)).Body);
        News = [.. (await office.ArticlesAsync(Office.Key, ArticleKind.News, JapanTime.Today(clock), Cancelled)).Take(NewsShown)];
    }
}
