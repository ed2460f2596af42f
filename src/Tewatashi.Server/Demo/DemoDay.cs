using Tewatashi.HandOver;
using Tewatashi.HandOver.Closings;
using Tewatashi.Municipalities;
using Tewatashi.Staff;
using Tewatashi.Time;

namespace Tewatashi.Server.Demo;

/// <summary>The counters of the demonstration at work: picked in the morning, people come, cards are handed over or go back.</summary>
internal sealed class DemoDay(DemoOffice office, DemoPlaces places, DemoCustody custody)
{
    private int filed;

    public async Task PickAsync(DemoVisit visit, CancellationToken cancellationToken)
    {
        foreach (var card in visit.Cards)
            DemoOffice.Expect<PickCard.Picked>(await office.Staff<PickCard>().RunAsync(new(card.Serial, places.CounterOf(visit.Counter), visit.Day, Unmoved: true), office.By(StaffRoles.Custody), cancellationToken));
    }

    public async Task<Arrival> CheckInAsync(DemoVisit visit, CancellationToken cancellationToken) =>
        DemoOffice.Expect<CheckIn.CheckedIn>(await office.Staff<CheckIn>().RunAsync(
            new(new ArrivalCode.Reservation(visit.Number), places.CounterOf(visit.Counter), LateAccepted: true), office.By(StaffRoles.Counter), cancellationToken)).Arrival;

    public async Task HandOverAsync(DemoVisit visit, CancellationToken cancellationToken)
    {
        foreach (var person in (await CheckInAsync(visit, cancellationToken)).Persons)
        {
            var card = visit.Cards.Single(row => row.Id == person.CardId);
            DemoOffice.Expect<HandOverCard.HandedOver>(await office.Staff<HandOverCard>().RunAsync(
                new(person.ReservationId, card.Serial, new(card.Birthday, card.Birthday), new(person.RecipientKind), Answers(person.RecipientKind), NextFile(visit.Day),
                    person.RecipientKind.ComesAlone() ? office.People.SecondAtCounter : null),
                office.By(StaffRoles.Counter), cancellationToken));
        }
    }

    public async Task RefuseAsync(DemoVisit visit, CancellationToken cancellationToken)
    {
        foreach (var person in (await CheckInAsync(visit, cancellationToken)).Persons)
        {
            DemoOffice.Expect<RefuseHandOver.Refused>(await office.Staff<RefuseHandOver>().RunAsync(
                new(person.ReservationId, NotHandedOverReason.PapersMissing), office.By(StaffRoles.Counter), cancellationToken));
        }
    }

    /// <summary>The evening: whoever did not come is marked, the cards that stayed go back to the shelf, and each counter is closed.</summary>
    public async Task CloseAsync(DateOnly day, IReadOnlyList<DemoVisit> visits, IEnumerable<DemoVisit> notCollected, CancellationToken cancellationToken)
    {
        var counters = visits.Select(visit => places.CounterOf(visit.Counter)).Distinct().ToList();
        foreach (var counter in counters) await office.Staff<MarkNotCome>().RunAsync(new(counter, day), office.By(StaffRoles.Counter), cancellationToken);
        foreach (var card in notCollected.SelectMany(visit => visit.Cards))
            DemoOffice.Expect<ReshelveCard.Reshelved>(await office.Staff<ReshelveCard>().RunAsync(new(card.Id, custody.NextBox(card)), office.By(StaffRoles.Custody), cancellationToken));
        foreach (var counter in counters)
            DemoOffice.Expect<CloseCounter.Closed>(await office.Staff<CloseCounter>().RunAsync(new(counter, day, OldPapersCounted: 0), office.By(StaffRoles.Counter), cancellationToken));
    }

    /// <summary>Everything in order: papers enough for any case.</summary>
    private static Dictionary<string, int> Answers(RecipientKind kind) => Checklist.Standard.For(kind, amendmentNeeded: false).ToDictionary(
        question => question.Code,
        question => question switch
        {
            { Answer: ChecklistAnswer.YesNo } => question.Code is Checklist.FeeReissue or Checklist.FeeExpress ? 0 : 1,
            { Code: Checklist.PapersA or Checklist.ProxyPapersA } => 2,
            _ => 0,
        });

    private FileNumber NextFile(DateOnly day) => FileNumber.Parse(FormattableString.Invariant($"{JapaneseYear(day)}-{++filed:D4}"));

    private static string JapaneseYear(DateOnly day) => FormattableString.Invariant($"R{day.Year - 2018}");
}
