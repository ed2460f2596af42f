using Microsoft.AspNetCore.Mvc;
using Tewatashi.Reservations.Lists;
using Tewatashi.Reservations.Statuses;
using Tewatashi.Staff.Lists;
using Tewatashi.Staff.SignIn;
using Tewatashi.Time;
using Tewatashi.Web.Forms;

namespace Tewatashi.Staff.Pages.Cards;

/// <summary>カード一覧: filtered, sorted, page by page, to be written to a file or changed in one go. Without names.</summary>
[Needs(Permission.ViewCards)]
public sealed class ListModel(SeeCardList see, ReadStatusLabels read) : CardListPage
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    /// <summary>Of the form that changes many; sent to its own page.</summary>
    public string? Change { get; set; }

    public SeeCardList.View View { get; private set; } = new([], 0, 1, []);

    public StatusLabels Labels { get; private set; } = null!; // read before the page is shown

    public static IReadOnlyList<Choice> Changes { get; } = [.. CardChange.All.Select(change => new Choice(change.Code, change.Name))];

    public IReadOnlyList<Choice> Shipments => [.. View.Shipments.Select(shipment => new Choice(shipment.Id.ToString(), shipment.Name))];

    public bool CanChange => May(Permission.SuspendCards);

    public async Task OnGetAsync()
    {
        Labels = await read.RunAsync(Municipality, Cancelled);
        // A mistaken field shows no cards: a list that ignored it would show what nobody asked for.
        if (ReadFilter()) View = await see.RunAsync(new(Filter, SortedBy, Descending, PageNumber), Caller, Cancelled);
    }

    public DateOnly? ArrivedOn(CardListRow card) => card.ArrivedAt is { } at ? JapanTime.DateOf(at) : null;
}
