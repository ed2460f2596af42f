using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Kinds;
using Tewatashi.Resident.Resources;
using Tewatashi.Resident.Views;
using Tewatashi.Text;
using Tewatashi.Web.Forms;

namespace Tewatashi.Resident.Pages.Reserve;

/// <summary>Step 1, 「どなたが受け取りに来ますか」 and how many: before the time, because the visit's length depends on it.</summary>
public sealed class PersonsModel(ViewBooking bookings, ViewSession session, AnswerWhoComes answer, LeaveOutPerson leaveOut, ReadBookingKinds readKinds, JoinKind joinKind, HoldSeat hold, ReleaseHold release) : BookingPage(bookings)
{
    private ViewSession.Shown shown = null!; // set before any handler goes on

    // Those who come for a card: of them it is asked who comes.
    private IEnumerable<ViewSession.Person> Collecting => shown.Persons.Where(person => person.CardId is not null);

    [BindProperty]
    public List<PersonAnswer> Persons { get; set; } = [];

    [BindProperty]
    public string? Count { get; set; }

    /// <summary>The further kind of booking to be added.</summary>
    [BindProperty]
    public Guid? AddedKind { get; set; }

    /// <summary>Kinds that need no card and can be booked along; none where all are off.</summary>
    public IReadOnlyList<Choice> FurtherKinds { get; private set; } = [];

    /// <summary>Signed in by a mailed link: nobody comes for a card.</summary>
    public bool ByLink { get; private set; }

    /// <summary>Those who come for another kind.</summary>
    public IEnumerable<ViewSession.Person> Others => shown.Persons.Where(person => person.CardId is null);

    public IReadOnlyList<Choice> Kinds { get; private set; } = [];
    public IReadOnlyList<Choice> Counts { get; private set; } = [];
    public bool AsksProxy { get; private set; }

    /// <summary>Somebody of the family cannot be booked any more since the time was held.</summary>
    public bool SomeoneNotReady => Request.Query.ContainsKey("notready");

    public async Task<IActionResult> OnGetAsync()
    {
        if (await BeginAsync() is { } elsewhere) return elsewhere;
        Show();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await BeginAsync() is { } elsewhere) return elsewhere;
        if (!Collecting.Any()) return await GoOnWithoutCardAsync();
        var persons = Read();
        var count = ReadCount();
        if (!ModelState.IsValid) return Refused();
        switch (await answer.RunAsync(new AnswerWhoComes.Request(Resident.SecretHash, persons), Caller, Cancelled))
        {
            case AnswerWhoComes.KindClosed closed:
                ModelState.AddModelError(FieldOf(closed.CardId, nameof(PersonAnswer.Kind)), ResidentTexts.PersonsKindClosed);
                return Refused();
            case AnswerWhoComes.ProxyNameMissing missing:
                ModelState.AddModelError(FieldOf(missing.CardId, nameof(PersonAnswer.ProxyName)), ResidentTexts.PersonsProxyMissing);
                return Refused();
            case AnswerWhoComes.OtherPersons:
                ModelState.AddModelError("", ResidentTexts.PersonsOther);
                return Refused();
        }

        if (count > shown.Persons.Count) return Redirect(To($"reserve/join?of={count.ToString(CultureInfo.InvariantCulture)}"));
        return Hold is { } held ? await HoldAgainAsync(held) : Redirect(To("reserve/place"));
    }

    // By a mailed link: of a kind without a card nothing else is asked.
    private async Task<IActionResult> GoOnWithoutCardAsync()
    {
        if (shown.Persons.Count > 0) return Hold is { } held ? await HoldAgainAsync(held) : Redirect(To("reserve/place"));
        ModelState.AddModelError(nameof(AddedKind), ResidentTexts.KindAddMissing);
        return Refused();
    }

    public async Task<IActionResult> OnPostLeaveOutAsync([FromForm(Name = "leaveOut")] int ordinal)
    {
        if (await BeginAsync() is { } elsewhere) return elsewhere;
        if (shown.Persons.FirstOrDefault(person => person.Ordinal == ordinal) is { } person)
            await leaveOut.RunAsync(Resident.SecretHash, person.Ordinal, Caller, Cancelled);
        return Redirect(To("reserve/persons"));
    }

    /// <summary>Another kind of booking comes along; it needs no notice.</summary>
    public async Task<IActionResult> OnPostKindAsync()
    {
        if (await BeginAsync() is { } elsewhere) return elsewhere;
        var outcome = AddedKind is { } kind ? await joinKind.RunAsync(new JoinKind.Request(Resident.SecretHash, kind), Caller, Cancelled) : null;
        if (outcome is JoinKind.Joined) return Redirect(To("reserve/persons"));
        ModelState.AddModelError(nameof(AddedKind), outcome switch
        {
            JoinKind.Enough enough => ResidentTexts.JoinEnough.Fill(enough.Most),
            JoinKind.Closed => ResidentTexts.KindClosed,
            _ => ResidentTexts.KindAddMissing,
        });
        return Refused();
    }

    private async Task<IActionResult?> BeginAsync()
    {
        if (await EnterAsync() is { } elsewhere) return elsewhere;
        shown = await session.RunAsync(Resident.SecretHash, Caller with { OperationId = null }, Cancelled);
        if (shown.Persons.Count == 0 && !Resident.ByLink) return Redirect(To("sign-in"));
        Kinds = KindWords.Choices(shown.OpenKinds);
        FurtherKinds = shown.Persons.Count >= shown.MostPersons
            ? []
            : [.. (await readKinds.RunAsync(Office.Key, Cancelled)).Where(kind => kind is { IsOn: true, OnWeb: true, NeedsCard: false }).Select(kind => new Choice(kind.Id.ToString(), kind.Name))];
        ByLink = Resident.ByLink;
        AsksProxy = shown.OpenKinds.Any(kind => kind.ComesAlone());
        Counts = Resident.ByLink ? [] : [.. Enumerable.Range(1, shown.MostPersons).Select(number =>
            new Choice(number.ToString(CultureInfo.InvariantCulture), ResidentTexts.PersonsCountOf.Fill(number)))];
        return null;
    }

    // The time is kept for the persons as they now are; where it no longer fits it is given back, and another is chosen.
    private async Task<IActionResult> HoldAgainAsync(VisitView held)
    {
        var visit = held.Visit;
        var caller = Caller with { OperationId = null };
        var again = await hold.RunAsync(new HoldSeat.Request(Resident.SecretHash, visit.CounterId, visit.Day, visit.StartsAt), caller, Cancelled);
        if (again is HoldSeat.Held) return Redirect(To("reserve/mail"));
        await release.RunAsync(new ReleaseHold.Request(visit.Id), caller, Cancelled);
        return Redirect(To("reserve/place?changed=true"));
    }

    private List<VisitPerson> Read()
    {
        var persons = new List<VisitPerson>();
        foreach (var (index, person) in Collecting.Index())
        {
            var given = Persons.FirstOrDefault(row => row.Ordinal == person.Ordinal);
            var (kindField, nameField) = ($"Persons[{index}].{nameof(PersonAnswer.Kind)}", $"Persons[{index}].{nameof(PersonAnswer.ProxyName)}");
            if (!Enum.TryParse<RecipientKind>(given?.Kind, out var kind) || !Enum.IsDefined(kind))
            {
                ModelState.AddModelError(kindField, ResidentTexts.PersonsKindMissing);
                continue;
            }

            KanaName? name = null;
            if (kind.ComesAlone() && !string.IsNullOrWhiteSpace(given!.ProxyName)) // it named the kind
            {
                if (RefuseIndividualNumber(nameField, given.ProxyName)) continue;
                if (!KanaName.TryParse(given.ProxyName, out name, out var problem)) ModelState.AddModelError(nameField, Language.Current.IsJapanese ? problem : ResidentTexts.PersonsProxyWrong);
            }

            persons.Add(new VisitPerson(person.CardId, kind, name));
        }

        return persons;
    }

    private int ReadCount()
    {
        if (Counts.Count <= 1 || Count is null) return shown.Persons.Count;
        if (!int.TryParse(Count, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count < 1 || count > shown.MostPersons)
            ModelState.AddModelError(nameof(Count), ResidentTexts.PersonsCountWrong);
        else if (count < shown.Persons.Count)
            ModelState.AddModelError(nameof(Count), ResidentTexts.PersonsCountTooFew.Fill(shown.Persons.Count));
        return count;
    }

    private string FieldOf(Guid cardId, string field) => $"Persons[{Collecting.TakeWhile(person => person.CardId != cardId).Count()}].{field}";

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Refused()
    {
        Show();
        return Page();
    }

    private void Show()
    {
        Count ??= shown.Persons.Count.ToString(CultureInfo.InvariantCulture);
        Persons =
        [
            .. Collecting.Select(person => new PersonAnswer
            {
                Ordinal = person.Ordinal,
                LastFour = person.LastFour,
                Kind = person.RecipientKind?.ToString(),
                ProxyNamed = person.ProxyNamed,
            }),
        ];
    }
}
