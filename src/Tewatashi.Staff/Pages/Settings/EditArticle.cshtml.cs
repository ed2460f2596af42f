using Microsoft.AspNetCore.Mvc;
using Tewatashi.Municipalities;
using Tewatashi.Staff.SignIn;
using Tewatashi.Text;
using Tewatashi.Time;
using DateParts = Tewatashi.Web.Forms.DateParts;

namespace Tewatashi.Staff.Pages.Settings;

/// <summary>One お知らせ or よくある質問: written, changed or taken down.</summary>
[Needs(Permission.ManageSettings)]
public sealed class EditArticleModel(SaveArticle save, TimeProvider clock) : StaffPage
{
    /// <summary>Null: a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public ArticleKind Kind { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    [BindProperty]
    public DateParts PublishedOn { get; set; } = new();

    [BindProperty]
    public string? Position { get; set; }

    /// <summary>As this form was shown.</summary>
    [BindProperty]
    public int Version { get; set; }

    public int VersionNow { get; private set; }

    /// <summary>As it stands now, where someone else changed it while this form was open.</summary>
    public Article? ChangedMeanwhile { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (Id is null)
        {
            (PublishedOn, Position) = (DateParts.Of(JapanTime.Today(clock)), "0");
            return Page();
        }

        if (await FindAsync() is not { } article) return NotFound();
        (Kind, Title, Body, PublishedOn, VersionNow) = (article.Kind, article.Title, article.Body, DateParts.Of(article.PublishedOn), article.Version);
        Position = article.Position.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        VersionNow = Version;
        if (!PublishedOn.TryDate(out var publishedOn)) ModelState.AddModelError(nameof(PublishedOn), "掲載日を年・月・日の数字で入力してください。");
        if (Typed.Number(Position) is not { } position)
        {
            ModelState.AddModelError(nameof(Position), "並び順は数字で入力してください。");
            return Page();
        }

        if (!ModelState.IsValid) return Page();
        switch (await save.RunAsync(new(Id, Kind, Title ?? "", Body ?? "", publishedOn, position, Version), Caller, Cancelled))
        {
            case SaveArticle.Saved:
                return Redirect("/settings/articles?done=saved");
            case SaveArticle.Refused refused:
                ModelState.AddModelError(refused.Field, refused.Problem);
                break;
            case SaveArticle.ChangedMeanwhile:
                ChangedMeanwhile = await FindAsync();
                VersionNow = ChangedMeanwhile?.Version ?? Version;
                break;
            case SaveArticle.Gone:
                ModelState.AddModelError("", "ほかの職員が掲載をやめました。載せ直すときは、内容を控えて新しく書いてください。");
                break;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        if (Id is { } id) await save.RemoveAsync(id, Caller, Cancelled);
        return Redirect("/settings/articles?done=removed");
    }

    private async Task<Article?> FindAsync() => (await save.ListAsync(Municipality, Cancelled)).Find(article => article.Id == Id);
}
