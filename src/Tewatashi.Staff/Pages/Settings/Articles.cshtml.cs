using Microsoft.AspNetCore.Mvc;
using Tewatashi.Municipalities;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Settings;

/// <summary>お知らせ・よくある質問 as the resident face lists them.</summary>
[Needs(Permission.ManageSettings)]
public sealed class ArticlesModel(SaveArticle save) : StaffPage
{
    public sealed record Group(ArticleKind Kind, IReadOnlyList<Article> Articles);

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<Group> Groups { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var all = await save.ListAsync(Municipality, Cancelled);
        Groups = [.. Enum.GetValues<ArticleKind>().Select(kind => new Group(kind, all.FindAll(article => article.Kind == kind)))];
    }
}
