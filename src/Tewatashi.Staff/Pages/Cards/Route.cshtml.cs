using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.HandOver.Post;
using Tewatashi.Reservations;
using Tewatashi.Staff.SignIn;
using Tewatashi.Web.Forms;

namespace Tewatashi.Staff.Pages.Cards;

/// <summary>交付方式の変更: out of the mail route to the counter, or into it while nobody was told.</summary>
[Needs(Permission.PostCards)]
public sealed class RouteModel(ViewCard view, ChangeRoute change) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>As the form showed it: a route that changed meanwhile is not changed back.</summary>
    [BindProperty]
    public CardRoute To { get; set; }

    [BindProperty]
    public RouteChangeReason? Reason { get; set; }

    public CardView View { get; private set; } = null!; // read before the page is shown

    public IReadOnlyList<Choice> Reasons =>
    [
        .. Enum.GetValues<RouteChangeReason>().Where(reason => To == CardRoute.Counter || !reason.NeedsAmendment()).Select(reason => new Choice(reason.ToString(), reason.Name())),
    ];

    public Task<IActionResult> OnGetAsync() => ShowAsync(null);

    public async Task<IActionResult> OnPostAsync()
    {
        if (Reason is not { } reason || !Enum.IsDefined(reason) || !Enum.IsDefined(To))
        {
            ModelState.AddModelError(nameof(Reason), "変える理由を選んでください。");
            return await ShowAsync(To);
        }

        switch (await change.RunAsync(new(Id, To, reason), Caller, Cancelled))
        {
            case ChangeRoute.Changed or ChangeRoute.Unchanged:
                return Redirect($"/cards/{Id}?done={(To == CardRoute.Counter ? "counter" : "post")}");
            case ChangeRoute.NotFound:
                return NotFound();
            case ChangeRoute.InPost:
                ModelState.AddModelError("", "郵送中のカードです。戻ってきたら、郵送交付の「返戻」で読み取ってください。");
                break;
            case ChangeRoute.Over over:
                ModelState.AddModelError("", $"{over.Progress.Name()}のため、変更できません。");
                break;
            case ChangeRoute.ToldAlready:
                ModelState.AddModelError("", "通知か予約のあるカードです。窓口で交付します。");
                break;
            case ChangeRoute.OnlyAtCounter:
                ModelState.AddModelError("", "住所か氏名が変わったカード(要追記)は、窓口で交付します。");
                break;
        }

        return await ShowAsync(To);
    }

    private async Task<IActionResult> ShowAsync(CardRoute? to)
    {
        if (await view.RunAsync(new(Id, May(Permission.ViewCards)), Caller with { OperationId = null }, Cancelled) is not ViewCard.Shown shown) return NotFound();
        View = shown.View;
        To = to ?? (View.Card.Route == CardRoute.Post ? CardRoute.Counter : CardRoute.Post);
        return Page();
    }
}
