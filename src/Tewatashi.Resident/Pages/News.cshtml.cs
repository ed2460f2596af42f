using Tewatashi.Municipalities;
using Tewatashi.Time;

namespace Tewatashi.Resident.Pages;

/// <summary>お知らせ of the municipality.</summary>
public sealed class NewsModel(PublicOffice office, TimeProvider clock) : ResidentPage
{
    public IReadOnlyList<Article> Articles { get; private set; } = [];

    public async Task OnGetAsync() => Articles = await office.ArticlesAsync(Office.Key, ArticleKind.News, JapanTime.Today(clock), Cancelled);
}
