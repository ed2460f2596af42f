using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Counters;
using Tewatashi.Municipalities;
using Tewatashi.Staff.SignIn;
using Tewatashi.Text;
using Tewatashi.Web.Forms;

namespace Tewatashi.Staff.Pages.Settings;

/// <summary>One kind of booking: its minutes, its ways and counters, and the decision that turns it on.</summary>
[Needs(Permission.ManageSettings)]
public sealed class EditKindModel(SaveBookingKind save, ReadBookingKinds read, ReadCounters counters) : StaffPage
{
    /// <summary>Null: a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? DecisionNumber { get; set; }

    [BindProperty]
    public string? Minutes { get; set; }

    [BindProperty]
    public List<string> Channels { get; set; } = [];

    [BindProperty]
    public List<string> Counters { get; set; } = [];

    [BindProperty]
    public bool NeedsCard { get; set; }

    [BindProperty]
    public string? Bring { get; set; }

    /// <summary>As this form was shown.</summary>
    [BindProperty]
    public int Version { get; set; }

    public int VersionNow { get; private set; }

    /// <summary>Somebody else changed it while this form was open.</summary>
    public bool ChangedMeanwhile { get; private set; }

    public IReadOnlyList<Choice> ChannelChoices { get; } =
        [new(nameof(KindChannels.Web), "インターネット"), new(nameof(KindChannels.Phone), "電話"), new(nameof(KindChannels.Counter), "窓口(予約なし)")];

    public IReadOnlyList<Choice> CounterChoices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        if (Id is null)
        {
            (Minutes, Channels) = ("15", [nameof(KindChannels.Phone), nameof(KindChannels.Counter)]);
            return Page();
        }

        if ((await read.RunAsync(Municipality, Cancelled)).Find(row => row.Id == Id) is not { } kind) return NotFound();
        (Name, DecisionNumber, NeedsCard, Bring, VersionNow) = (kind.Name, kind.DecisionNumber, kind.NeedsCard, kind.Bring, kind.Version);
        Minutes = kind.Minutes.ToString(CultureInfo.InvariantCulture);
        Channels = [.. new[] { kind.OnWeb ? nameof(KindChannels.Web) : null, kind.OnPhone ? nameof(KindChannels.Phone) : null, kind.AtCounter ? nameof(KindChannels.Counter) : null }.OfType<string>()];
        Counters = [.. kind.Counters.Split(',', StringSplitOptions.RemoveEmptyEntries)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        VersionNow = Version;
        await LoadAsync();
        if (Typed.Number(Minutes) is not { } minutes)
        {
            ModelState.AddModelError(nameof(Minutes), "1人の時間は5から180までの数字で入力してください。");
            return Page();
        }

        var channels = Channels.Aggregate(KindChannels.None, (all, name) => Enum.TryParse<KindChannels>(name, out var one) ? all | one : all);
        var codes = Counters.Select(code => CounterCode.TryParse(code, out var read) ? read : null).OfType<CounterCode>().ToList();
        switch (await save.RunAsync(new(Id, Name ?? "", minutes, NeedsCard, channels, codes, Bring ?? "", DecisionNumber ?? "", Version), Caller, Cancelled))
        {
            case SaveBookingKind.Saved:
                return Redirect("/settings/kinds?done=saved");
            case SaveBookingKind.Refused refused:
                ModelState.AddModelError(refused.Field, refused.Problem);
                break;
            case SaveBookingKind.ChangedMeanwhile:
                ChangedMeanwhile = true;
                VersionNow = (await read.RunAsync(Municipality, Cancelled)).Find(row => row.Id == Id)?.Version ?? Version;
                break;
            case SaveBookingKind.Gone:
                return NotFound();
        }

        return Page();
    }

    private async Task LoadAsync() =>
        CounterChoices = [.. (await counters.RunAsync(Municipality, Cancelled)).Counters.Where(counter => counter.Active).Select(counter => new Choice(counter.Code.Value, counter.Name))];
}
