using Microsoft.AspNetCore.Mvc;
using Tewatashi.Reservations.Closures;
using Tewatashi.Staff.SignIn;
using Tewatashi.Text;

namespace Tewatashi.Staff.Pages.Counters;

/// <summary>The seats of a counter today, and 「いまから HH:MM まで窓口を減らす」.</summary>
[Needs(Permission.HandOver)]
public sealed class TodayModel(SeeCounterDay see, ReduceBooths reduce, RestoreBooths restore) : EffectPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty(SupportsGet = true, Name = "lost")]
    public int? LostVisits { get; set; }

    [BindProperty]
    public string? Booths { get; set; } = "1";

    [BindProperty]
    public string? Until { get; set; }

    public CounterDay View { get; private set; } = null!; // loaded before the page is drawn

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostReduceAsync()
    {
        if (Typed.Number(Booths) is not { } booths) ModelState.AddModelError(nameof(Booths), "減らす窓口の数を数字で入力してください。");
        else if (Typed.Time(Until) is not { } until) ModelState.AddModelError(nameof(Until), "何時までかを 15:00 のように入力してください。");
        else
        {
            var outcome = await reduce.RunAsync(new(Id, booths, until, IsApplied(booths, until)), Caller, Cancelled);
            if (outcome is ReduceBooths.Reduced reduced) return Redirect($"/counters/{Id}/today?done=reduced&lost={reduced.Lost}");
            if (outcome is ReduceBooths.Loses loses) Show(loses.Effect, booths, until);
            else
            {
                var (field, message) = outcome switch
                {
                    ReduceBooths.Wrong { Field: nameof(ReduceBooths.Request.UntilAt) } => (nameof(Until), "いまの枠より後の時刻を入力してください。"),
                    ReduceBooths.Wrong { Field: nameof(ReduceBooths.Request.Booths) } => (nameof(Booths), "1から99までの数字で入力してください。"),
                    _ => ("", "この窓口は使われていません。"),
                };
                ModelState.AddModelError(field, message);
            }
        }

        return await LoadAsync() ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostRestoreAsync(Guid fewerId)
    {
        await restore.RunAsync(new(fewerId), Caller, Cancelled);
        return Redirect($"/counters/{Id}/today?done=restored");
    }

    private async Task<bool> LoadAsync()
    {
        if (await see.RunAsync(Municipality, Id, Cancelled) is not { } view) return false;
        View = view;
        return true;
    }
}
