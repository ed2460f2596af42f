using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Incidents;
using Tewatashi.Lists;
using Tewatashi.Staff.Lists;
using Tewatashi.Staff.Scans;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;
using Tewatashi.Time;
using Tewatashi.Web.Forms;

namespace Tewatashi.Staff.Pages.Incidents;

/// <summary>事故の記録: the register with its legal clocks.</summary>
[Needs(Permission.ViewIncidents)]
public sealed class IndexModel(SeeList see, RecordIncident record, TimeProvider clock) : StaffPage
{
    [BindProperty]
    public IncidentKind? Kind { get; set; }

    [BindProperty]
    public DateParts KnownOn { get; set; } = new();

    [BindProperty]
    public string? Label { get; set; }

    [BindProperty]
    public bool Wrongful { get; set; }

    public ListShown List { get; private set; } = null!; // read before the page is shown

    public static IEnumerable<Choice> Kinds => IncidentWords.WrittenByHand.Select(kind => new Choice(kind.ToString(), kind.Name()));

    public async Task OnGetAsync()
    {
        KnownOn = DateParts.Of(JapanTime.Today(clock));
        await ReadAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!May(Permission.HandleIncidents)) return Forbid();
        ModelState.Clear();
        if (Kind is not { } kind || !IncidentWords.WrittenByHand.Contains(kind))
        {
            ModelState.AddModelError(nameof(Kind), "種類を選んでください。");
            kind = IncidentKind.Other;
        }

        if (!KnownOn.TryDate(out var knownOn)) ModelState.AddModelError(nameof(KnownOn), "知った日を、年・月・日の数字で入力してください。");
        SerialNumber? serial = null;
        if (!string.IsNullOrWhiteSpace(Label))
        {
            if (ScanCode.Read(Label) is ScanCode.Card card) serial = SerialNumber.Parse(card.Serial);
            else ModelState.AddModelError(nameof(Label), "ケースの管理ラベルを読み取るか、空欄にしてください。");
        }

        if (ModelState.IsValid)
        {
            switch (await record.RunAsync(new(kind, knownOn, Wrongful, serial), Caller, Cancelled))
            {
                case RecordIncident.Recorded recorded: return Redirect($"/incidents/{recorded.IncidentId}");
                case RecordIncident.UnknownCard: ModelState.AddModelError(nameof(Label), "登録のないカードです。番号を確かめてください。"); break;
                case RecordIncident.WrongDay: ModelState.AddModelError(nameof(KnownOn), "知った日は、今日までの日にしてください。"); break;
                case var outcome: throw new InvalidOperationException($"{outcome.GetType().Name} has no words.");
            }
        }

        await ReadAsync();
        return Page();
    }

    private async Task ReadAsync() => List = await ShowAsync(OfficeLists.Incidents, see);
}
