using Microsoft.AspNetCore.Mvc;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Resident.Views;
using Tewatashi.Web.Hosting;

namespace Tewatashi.Resident.Pages;

/// <summary>The free days for everyone, without signing in: what one person who comes for the own card could choose.</summary>
[SharedPage]
public sealed class MonthsModel(FindSeats seats, PublicOffice office) : ResidentPage
{
    /// <summary>The counters, where none or several are there to choose from.</summary>
    public IReadOnlyList<SeatMap> Maps { get; private set; } = [];

    public DaysView? View { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? counter, string? month, string? view)
    {
        var minutes = await office.MinutesPerPersonAsync(Office.Key, Cancelled);
        Maps = await seats.RunAsync(Office.Key, new FindSeats.Request(counter, null, null, minutes, Channel.Web, []), Cancelled);
        if (counter is not null && Maps.Count == 0) return NotFound();
        if (Maps is [var only]) View = DaysView.Of(only, DaysView.Wish.Read(month, view), null, To($"months/{only.Counter.Id}"));
        return Page();
    }

    public string EarliestOf(SeatMap map) => PlaceWords.EarliestOf(map);
}
