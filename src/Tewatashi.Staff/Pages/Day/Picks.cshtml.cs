using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.HandOver;
using Tewatashi.Staff.SignIn;
using Tewatashi.Time;

namespace Tewatashi.Staff.Pages.Day;

/// <summary>抜き出し一覧 of a day, in walking order, to be printed. No name stands on it.</summary>
[Needs(Permission.ViewDay)]
public sealed class PicksModel(ListCounters list, SeePickList see, ConfirmUnmoved confirm, TimeProvider clock) : CounterPage(list)
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>As in the address; today where none is given.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Date { get; set; }

    /// <summary>How many were just confirmed; null where none were.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Confirmed { get; set; }

    /// <summary>Cards that were ticked: 異動なし.</summary>
    [BindProperty]
    public List<Guid> Cards { get; set; } = [];

    public SeePickList.View View { get; private set; } = null!; // loaded before the page is shown
    public TimeOnly PrintedAt { get; private set; }

    public string UrlOf(int days) => UrlOfDay(View.Day.AddDays(days));

    public static string UrlOfDay(DateOnly day) => $"/picks/{day.ToString(Format, CultureInfo.InvariantCulture)}";

    public async Task<IActionResult> OnPostAsync()
    {
        if (!May(Permission.MoveCards)) return Forbid();
        if (Day() is not { } day) return NotFound();
        return Redirect($"{UrlOfDay(day)}?confirmed={await confirm.RunAsync(new(day, Cards), Caller, Cancelled)}");
    }

    public async Task<IActionResult> OnGetAsync()
    {
        if (Day() is not { } day) return NotFound();
        await ChooseAsync();
        View = await see.RunAsync(new(day, At?.Id), Caller, Cancelled);
        PrintedAt = JapanTime.TimeNow(clock);
        return Page();
    }

    /// <summary>Null where the address names no day.</summary>
    private DateOnly? Day() =>
        Date is null ? JapanTime.Today(clock) : DateOnly.TryParseExact(Date, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
