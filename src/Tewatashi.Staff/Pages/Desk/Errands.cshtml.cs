using Microsoft.AspNetCore.Mvc;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Staff.SignIn;
using Tewatashi.Web.Forms;
using DateParts = Tewatashi.Web.Forms.DateParts;

namespace Tewatashi.Staff.Pages.Desk;

/// <summary>The telephone desk books kinds that need no card: the purpose is read out, and the 予約番号 alone stands for the caller.</summary>
[Needs(Permission.BookForCaller)]
public sealed class ErrandsModel(ReadBookingKinds readKinds, FindSeats findSeats, ReadBookingRules readRules, MunicipalityTexts texts, BookForCaller book) : StaffPage
{
    private const int DaysSearched = 14;
    private const string NoneChosen = "用件を選んでください。";

    [BindProperty]
    public List<Guid?> Kinds { get; set; } = [];

    [BindProperty]
    public bool Proven { get; set; }

    [BindProperty]
    public DateParts From { get; set; } = new();

    [BindProperty]
    public string? At { get; set; }

    public string Purpose { get; private set; } = "";
    public IReadOnlyList<Choice> Choices { get; private set; } = [];
    public IReadOnlyList<Choice> Seats { get; private set; } = [];
    public IReadOnlyList<string> Reasons { get; private set; } = [];

    /// <summary>Times were looked for.</summary>
    public bool Searched { get; private set; }

    public Task OnGetAsync() => LoadAsync();

    public Task OnPostSeatsAsync()
    {
        At = null;
        ModelState.Remove(nameof(At));
        if (Kinds.TrueForAll(id => id is null)) ModelState.AddModelError("Kinds[0]", NoneChosen);
        return LoadAsync();
    }

    public async Task<IActionResult> OnPostBookAsync()
    {
        var persons = Kinds.OfType<Guid>().Select(VisitPerson.ForKind).ToList();
        if (persons.Count == 0) ModelState.AddModelError("Kinds[0]", NoneChosen);
        if (!Proven) ModelState.AddModelError(nameof(Proven), "利用目的を読み上げてから印を付けてください。");
        var seat = SeatChoice.Read(At);
        if (seat is null) ModelState.AddModelError(nameof(At), "日時と窓口を選んでください。");
        if (seat is not null && ModelState.IsValid)
        {
            var outcome = await book.RunAsync(new(persons, seat.CounterId, seat.Day, seat.StartsAt, Proven), Caller, Cancelled);
            if (outcome is BookForCaller.Booked booked) return Redirect($"/desk/visits/{booked.VisitId}?done=booked");
            ModelState.AddModelError(nameof(At), outcome is BookForCaller.Refused refused ? refused.Why.Message() : "利用目的を読み上げてから予約してください。");
        }

        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        var kinds = (await readKinds.RunAsync(Municipality, Cancelled)).FindAll(kind => kind is { IsOn: true, OnPhone: true, NeedsCard: false });
        var rules = await readRules.RunAsync(Municipality, Cancelled);
        while (Kinds.Count < rules.Settings.PersonsPerVisit) Kinds.Add(null);
        Choices = [.. kinds.Select(kind => new Choice(kind.Id.ToString(), kind.Name))];
        Purpose = (await texts.CurrentAsync(Municipality, Cancelled)).GetValueOrDefault(TextKey.PurposeOfUse)?.Body ?? "";
        var minutes = Kinds.Sum(id => kinds.Find(kind => kind.Id == id)?.Minutes ?? 0);
        if (minutes == 0) return;
        Searched = true;
        var first = From.TryDate(out var typed) ? typed : rules.EarliestOn(Channel.Phone);
        var maps = await findSeats.RunAsync(Municipality, new(null, first, first.AddDays(DaysSearched), minutes, Channel.Phone, [], KindIds: [.. Kinds.OfType<Guid>()]), Cancelled);
        Seats = SeatChoice.Next(maps, TimeOnly.MinValue);
        Reasons = [.. maps.Select(map => $"{map.Counter.Name}: {map.Earliest.Sentence}")];
    }
}
