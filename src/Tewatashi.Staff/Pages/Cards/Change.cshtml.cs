using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Reservations.Lists;
using Tewatashi.Reservations.Statuses;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Cards;

/// <summary>
/// Changes the cards ticked on the list: first shows each and why some would be left out, then does it and names what did not go. The answer is this page
/// itself and no redirect, because it stands nowhere else; sent once more, it changes nothing.
/// </summary>
[Needs(Permission.SuspendCards)]
public sealed class ChangeModel(PreviewCardChange preview, ChangeCards change, ReadStatusLabels read) : StaffPage
{
    /// <summary>Ticked on the list.</summary>
    [BindProperty]
    public List<Guid> Selected { get; set; } = [];

    /// <summary>What the preview showed: a card and its version, with a colon between them.</summary>
    [BindProperty]
    public List<string> Cards { get; set; } = [];

    [BindProperty]
    public string? Change { get; set; }

    public CardChange? Chosen => CardChange.TryParse(Change, out var chosen) ? chosen : null;

    public IReadOnlyList<PreviewCardChange.Line> Lines { get; private set; } = [];

    public StatusLabels Labels { get; private set; } = null!; // read before the page is shown

    /// <summary>Null before it was done.</summary>
    public ChangeCards.Result? Result { get; private set; }

    public int Goes => Lines.Count(line => line.LeftOut is null);

    public IActionResult OnGet() => Redirect("/cards");

    public async Task OnPostAsync()
    {
        Labels = await read.RunAsync(Municipality, Cancelled);
        if (Chosen is not { } chosen) ModelState.AddModelError("", "何をするかを選んでください。一覧に戻って選び直します。");
        else if (Selected.Count == 0) ModelState.AddModelError("", "カードを1枚以上選んでください。一覧に戻って選び直します。");
        else if (Selected.Count > ChangeCards.MostCards) ModelState.AddModelError("", $"一度に変えられるのは{ChangeCards.MostCards}枚までです。分けて選んでください。");
        else Lines = await preview.RunAsync(new(Selected, chosen), Caller, Cancelled);
    }

    public async Task<IActionResult> OnPostApplyAsync()
    {
        var cards = Cards.Select(Read).OfType<ChangeCards.Chosen>().ToList();
        if (Chosen is not { } chosen || cards.Count is 0 or > ChangeCards.MostCards) return Redirect("/cards");
        Labels = await read.RunAsync(Municipality, Cancelled);
        Result = await change.RunAsync(new(cards, chosen), Caller, Cancelled);
        Lines = await preview.RunAsync(new([.. cards.Select(card => card.CardId)], chosen), Caller, Cancelled);
        return Page();
    }

    public string WordOf(PreviewCardChange.Line line) => Result switch
    {
        null => line.LeftOut is { } why ? $"変わりません: {why.Name()}" : "変わります",
        var done => done.LeftOut.TryGetValue(line.Card.CardId, out var why) ? $"変えていません: {why.Name()}" : "変えました",
    };

    private static ChangeCards.Chosen? Read(string text) =>
        text.Split(':') is [var id, var version] && Guid.TryParse(id, out var card) && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new ChangeCards.Chosen(card, number)
            : null;
}
