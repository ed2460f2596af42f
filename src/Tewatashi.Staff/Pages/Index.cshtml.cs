using Microsoft.AspNetCore.Mvc;
using Tewatashi.Counting;
using Tewatashi.Disposal;
using Tewatashi.HandOver;
using Tewatashi.HandOver.Closings;
using Tewatashi.Incidents;
using Tewatashi.Missing;
using Tewatashi.Parcels;
using Tewatashi.Reservations;
using Tewatashi.Staff.Pages.Day;
using Tewatashi.Staff.SignIn;
using Tewatashi.TakeOuts;
using Tewatashi.Vaults;

namespace Tewatashi.Staff.Pages;

/// <summary>The first page: who comes, what to pick, what is late, what goes back.</summary>
[Needs(Permission.SignedIn)]
public sealed class IndexModel(
    ListCounters list, SeeDay see, MarkNoShows mark, ListCounts counts, PrintDaySheet printSheet, CountMissing missing, ViewIncident incidents, CountDisposals disposals, ListParcels parcels,
    ListUnclosed unclosed, SeeTakeOuts takeOuts, ListVaults vaults)
    : CounterPage(list)
{
    /// <summary>How many were just marked 未来庁; null while none were.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Marked { get; set; }

    /// <summary>A code of this page; null where the 当日控え could be drawn.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Sheet { get; set; }

    /// <summary>Null for those who may not see the day.</summary>
    public DayView? View { get; private set; }

    /// <summary>Places whose count (棚卸) is overdue; 0 for those who do not count.</summary>
    public int OverdueCounts { get; private set; }

    /// <summary>Cards that are looked for, and those of them that somebody comes for; none for those who do not move cards.</summary>
    public (int Running, int Booked) Missing { get; private set; }

    /// <summary>Incidents with a report that is late; 0 for those who do not read them.</summary>
    public int LateIncidents { get; private set; }

    /// <summary>Cards that should have been proposed or destroyed by yesterday; 0 for those who dispose of none.</summary>
    public int DisposalWaiting { get; private set; }

    /// <summary>Parcels (移送便) that are overdue; 0 for those who do not move cards.</summary>
    public int OverdueParcels { get; private set; }

    /// <summary>Counters whose last day at work was not closed.</summary>
    public IReadOnlyList<ListUnclosed.Unclosed> Unclosed { get; private set; } = [];

    /// <summary>Cards outside (持出し) that should be back; 0 for those who do not move cards.</summary>
    public int OverdueTakeOuts { get; private set; }

    /// <summary>Vaults that stand open although their office has closed; 0 for those who do not move cards.</summary>
    public int OpenVaults { get; private set; }

    public IReadOnlyList<DayLine> Waiting => Lines(line => line.State == ReservationState.CheckedIn, line => line.WaitingMinutes is { } minutes ? -minutes : 0);
    public IReadOnlyList<DayLine> Coming => Lines(line => line.State is ReservationState.Booked or ReservationState.NeedsRebooking, _ => 0);
    public IReadOnlyList<DayLine> Done => Lines(line => line.State is ReservationState.Completed or ReservationState.NotHandedOver or ReservationState.NoShow, _ => 0);

    public async Task OnGetAsync()
    {
        if (May(Permission.CountStock)) OverdueCounts = await counts.OverdueAsync(Municipality, Cancelled);
        if (May(Permission.MoveCards))
        {
            Missing = await missing.RunAsync(Municipality, Cancelled);
            OverdueParcels = await parcels.OverdueAsync(Municipality, Cancelled);
            OverdueTakeOuts = await takeOuts.OverdueAsync(Municipality, Cancelled);
            OpenVaults = await vaults.OpenAfterHoursAsync(Municipality, Cancelled);
        }

        if (May(Permission.ViewIncidents)) LateIncidents = await incidents.LateAsync(Municipality, Cancelled);
        if (May(Permission.DisposeCards)) DisposalWaiting = await disposals.RunAsync(Municipality, Cancelled);
        if (!May(Permission.ViewDay)) return;
        Unclosed = await unclosed.RunAsync(Municipality, Cancelled);
        await ChooseAsync();
        View = await see.RunAsync(new(At?.Id), Caller, Cancelled);
    }

    public async Task<IActionResult> OnPostNoShowsAsync()
    {
        if (!May(Permission.HandOver)) return Forbid();
        return Redirect($"/?marked={await mark.RunAsync(Caller, Cancelled)}");
    }

    /// <summary>当日控え of the counter, as it is at this moment.</summary>
    public async Task<IActionResult> OnPostSheetAsync()
    {
        if (!May(Permission.ViewDay)) return Forbid();
        await ChooseAsync();
        return await printSheet.RunAsync(new(At?.Id ?? Guid.Empty), Caller, Cancelled) switch
        {
            PrintDaySheet.Printed printed => File(printed.Pdf, "application/pdf", "当日控え.pdf"),
            PrintDaySheet.NoCounter => Redirect("/"),
            // The only text on it that somebody typed is the counter's name.
            PrintDaySheet.NotPrintable => Redirect("/?sheet=unprintable"),
            var outcome => throw new InvalidOperationException($"{outcome.GetType().Name} has no words."),
        };
    }

    // A stable sort: the lines come by time.
    private IReadOnlyList<DayLine> Lines(Func<DayLine, bool> which, Func<DayLine, int> order) => [.. View!.Lines.Where(which).OrderBy(order)]; // shown only with a view
}
