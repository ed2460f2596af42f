using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.HandOver;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Staff.SignIn;
using Tewatashi.Time;
using Tewatashi.Web.Forms;

namespace Tewatashi.Staff.Pages.Day;

/// <summary>予約なし来庁: takes a seat of today and checks in.</summary>
[Needs(Permission.HandOver)]
public sealed class WalkInModel(ListCounters list, SeeWalkIn see, CheckInWalkIn checkIn) : CounterPage(list)
{
    [BindProperty(SupportsGet = true)]
    public Guid CardId { get; set; }

    [BindProperty]
    public RecipientKind Recipient { get; set; } = RecipientKind.Applicant;

    [BindProperty]
    public string? ProxyName { get; set; }

    [BindProperty]
    public string? CallNumber { get; set; }

    public SeeWalkIn.Shown View { get; private set; } = null!; // loaded before the page is shown
    public string? Refusal { get; private set; }

    /// <summary>Free times of the days to come, where today is full.</summary>
    public IReadOnlyList<FreeSeat> Next { get; private set; } = [];

    public IEnumerable<Choice> Kinds => View.OpenKinds.Select(kind => new Choice(kind.ToString(), kind.Name()));

    public async Task<IActionResult> OnGetAsync()
    {
        await ChooseAsync();
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ChooseAsync();
        KanaName? proxy = null;
        if (Recipient.ComesAlone() && !KanaName.TryParse(ProxyName, out proxy, out var problem)) ModelState.AddModelError(nameof(ProxyName), problem);
        HandOver.CallNumber? call = null;
        if (!string.IsNullOrWhiteSpace(CallNumber) && !HandOver.CallNumber.TryParse(CallNumber, out call)) ModelState.AddModelError(nameof(CallNumber), "呼出番号は英数字6文字までで入力してください。");
        if (!ModelState.IsValid || At is null) return await ShowAsync();
        switch (await checkIn.RunAsync(new(CardId, At.Id, Recipient, proxy, call), Caller, Cancelled))
        {
            case CheckInWalkIn.CheckedIn(var arrival): return Redirect($"/hand-over/{arrival.Persons[0].ReservationId}");
            case CheckInWalkIn.NotFound: return NotFound();
            case CheckInWalkIn.CounterClosed: Refusal = "この窓口は今日締めました。「締め」の画面で締めを取り消すと、受け付けられます"; break;
            case CheckInWalkIn.NotBookable(var why): Refusal = why.Name(); break;
            case CheckInWalkIn.NotHere(var from): Refusal = $"カードが別の庁舎にあります。この窓口では{JapaneseDate.Brief(from)}から受け取れます"; break;
            case CheckInWalkIn.Full(var next): (Refusal, Next) = ("今日の枠は空いていません", next); break;
            case var outcome: throw new InvalidOperationException($"{outcome.GetType().Name} has no words.");
        }

        return await ShowAsync();
    }

    private async Task<IActionResult> ShowAsync()
    {
        if (await see.RunAsync(new(CardId, At?.Id ?? Guid.Empty), Caller, Cancelled) is not SeeWalkIn.Shown shown) return NotFound();
        View = shown;
        if (Next.Count == 0) Next = shown.Next;
        Refusal ??= shown.Why?.Name();
        return Page();
    }
}
