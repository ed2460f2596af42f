using Microsoft.AspNetCore.Mvc;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Statuses;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Cards;

/// <summary>The answer to a search. A single hit by a number leads on to the card, a scanned place to the place.</summary>
[Needs(Permission.ViewCards)]
public sealed class ResultsModel(SearchCards search, ReadStatusLabels read) : StaffPage
{
    public string Term { get; private set; } = "";

    public IReadOnlyList<CardHit> Hits { get; private set; } = [];

    /// <summary>The municipality's words for 処理状況.</summary>
    public StatusLabels Labels { get; private set; } = null!; // read before the page is shown

    public bool IsTooMany { get; private set; }

    public bool IsGone { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        switch (await search.RunAsync(new(id, User.StaffMemberId), Caller, Cancelled))
        {
            case SearchCards.AtLocation at:
                return Redirect(May(Permission.MoveCards) ? $"/locations/{at.LocationId}" : "/");
            case SearchCards.Found { Hits: [{ Match: not (CardMatch.WholeName or CardMatch.NameBeginning or CardMatch.LooseName or CardMatch.SerialBeginning) } only] }:
                return Redirect($"/cards/{only.CardId}");
            case SearchCards.Found found:
                (Term, Hits) = (found.Term, found.Hits);
                break;
            case SearchCards.TooMany tooMany:
                (Term, IsTooMany) = (tooMany.Term, true);
                break;
            case SearchCards.Nothing nothing:
                Term = nothing.Term;
                break;
            default:
                IsGone = true;
                break;
        }

        Labels = await read.RunAsync(Municipality, Cancelled);
        return Page();
    }
}
