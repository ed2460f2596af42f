using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.HandOver;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Storage;
using Tewatashi.Time;

namespace Tewatashi.Testing;

/// <summary>A day at a counter: cards on the shelf, each booked by telephone one quarter of an hour after the other from 10:00 on.</summary>
/// <param name="Boxes">H-V1-01-01 and its neighbours; the first card lies in the last box.</param>
public sealed record TestDay(TestOffice Office, Counter Counter, DateOnly Day, IReadOnlyList<LocationPath> Boxes, IReadOnlyList<NotifiedCard> Cards, IReadOnlyList<BookForCaller.Booked> Booked)
{
    /// <summary>2026-11-25, a Wednesday: the first day that the telephone may book at the test office's first moment.</summary>
    public static readonly DateOnly Wednesday = new(2026, 11, 25);

    public static async Task<TestDay> OpenAsync(Engine engine, int cards = 1, RecipientKind kind = RecipientKind.Applicant, int booths = 2)
    {
        var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: booths);
        var boxes = await office.AddBoxesAsync(boxes: 3);
        var notified = await office.AddNotifiedCardsAsync(cards);
        var booked = new List<BookForCaller.Booked>();
        foreach (var (index, card) in notified.Index())
        {
            if (await office.StoreAsync(boxes[^((index % 3) + 1)], card.Card) is not StoreCard.Stored) throw new InvalidOperationException("Not stored.");
            booked.Add((BookForCaller.Booked)await office.Staff<BookForCaller>().RunAsync(
                new([new VisitPerson(card.Id, kind, kind.ComesAlone() ? KanaName.Parse("ダイリ　ハナコ") : null)], counter.Id, Wednesday, new TimeOnly(10, 0).AddMinutes(15 * index), Proven: true),
                office.ByStaff(), CancellationToken.None));
        }

        return new TestDay(office, counter, Wednesday, boxes, notified, booked);
    }

    /// <summary>Sets the office's clock to a time of this day.</summary>
    public void At(int hour, int minute) => Office.Clock.SetUtcNow(JapanTime.InstantOf(Day, new TimeOnly(hour, minute)));

    /// <summary>Sets the office's clock to 9:00 of a day behind it.</summary>
    public void After(int days) => Office.Clock.SetUtcNow(JapanTime.InstantOf(Day.AddDays(days), new TimeOnly(9, 0)));

    public Task<PickCard.Outcome> PickAsync(int card = 0, DateOnly? day = null) => PickAsync(Cards[card].Card.SerialNumber, day);

    public Task<PickCard.Outcome> PickAsync(SerialNumber label, DateOnly? day = null, Guid? counterId = null) =>
        Office.Staff<PickCard>().RunAsync(new(label, counterId ?? Counter.Id, day ?? Day, Unmoved: true), Office.ByStaff(), CancellationToken.None);

    public Task<CheckIn.Outcome> CheckInAsync(int card = 0, bool lateAccepted = false) =>
        CheckInAsync(new ArrivalCode.Reservation(Booked[card].Number), lateAccepted: lateAccepted);

    public Task<CheckIn.Outcome> CheckInAsync(ArrivalCode code, Guid? counterId = null, CallNumber? call = null, bool lateAccepted = false) =>
        Office.Staff<CheckIn>().RunAsync(new(code, counterId ?? Counter.Id, call, lateAccepted), Office.ByStaff(), CancellationToken.None);

    /// <summary>At 10:00: every card in the tray, everyone checked in.</summary>
    public async Task<TestDay> EveryoneHereAsync()
    {
        At(10, 0);
        foreach (var index in Enumerable.Range(0, Cards.Count))
        {
            if (await PickAsync(index) is not PickCard.Picked) throw new InvalidOperationException("Not picked.");
            if (await CheckInAsync(index) is not CheckIn.CheckedIn) throw new InvalidOperationException("Not checked in.");
        }

        return this;
    }

    public Task<Reservation> ReservationAsync(int card = 0) =>
        Office.SeeAsync(context => context.Reservations.AsNoTracking().OrderByDescending(row => row.Id).FirstAsync(row => row.CardId == Cards[card].Id));

    public Task<Card> CardAsync(int card = 0) => Office.SeeAsync(context => context.Cards.AsNoTracking().SingleAsync(row => row.Id == Cards[card].Id));

    /// <summary>The birthday on file.</summary>
    public Birthday BirthdayOf(int card = 0) => TestCards.NamesOf(Cards[card].Card.Ordinal).Birthday;

    /// <summary>A form at the gate that goes through: every line ticked, two papers of list A for each.</summary>
    public async Task<HandOverCard.Request> GoodFormAsync(int card = 0)
    {
        var reservation = await ReservationAsync(card);
        return new(
            reservation.Id, Cards[card].Card.SerialNumber, new(BirthdayOf(card), BirthdayOf(card)), new(reservation.RecipientKind),
            GoodAnswers(reservation.RecipientKind), FileNumber.Parse("8-0001"));
    }

    public static Dictionary<string, int> GoodAnswers(RecipientKind kind, bool amendmentNeeded = false) =>
        Checklist.Standard.For(kind, amendmentNeeded).ToDictionary(question => question.Code, question => question.Code.Contains("PapersA", StringComparison.Ordinal) ? 2 : question.Answer == ChecklistAnswer.YesNo ? 1 : 0);

    /// <summary>A good form, gone through.</summary>
    public async Task HandedOverAsync(int card = 0)
    {
        if (await HandOverAsync(await GoodFormAsync(card)) is not HandOverCard.HandedOver) throw new InvalidOperationException("Not handed over.");
    }

    public Task<HandOverCard.Outcome> HandOverAsync(HandOverCard.Request form) =>
        Office.Staff<HandOverCard>().RunAsync(form, Office.ByStaff(), CancellationToken.None);

    /// <summary>Gives the applicant of one card the name or the birthday of another's, as a file could bring it.</summary>
    public Task MakeAlikeAsync(int card, int other, bool name = false, bool birthday = false)
    {
        var (own, theirs) = (TestCards.NamesOf(Cards[card].Card.Ordinal), TestCards.NamesOf(Cards[other].Card.Ordinal));
        var row = new ApplicantItems(Office.Staff<KeyStore>(), Office.Municipality).Seal(
            Cards[card].Id, new(own.ApplicationId, name ? theirs.KanaName : own.KanaName, birthday ? theirs.Birthday : own.Birthday));
        return Office.Staff<Database>().UnrecordedAsync(Office.Municipality, context => context.Applicants.Where(applicant => applicant.CardId == row.CardId).ExecuteUpdateAsync(set => set
            .SetProperty(applicant => applicant.KanaName, row.KanaName)
            .SetProperty(applicant => applicant.KanaToken, row.KanaToken)
            .SetProperty(applicant => applicant.Birthday, row.Birthday)
            .SetProperty(applicant => applicant.BirthdayToken, row.BirthdayToken)));
    }

    /// <summary>Writes a card's row as some other part of the office left it.</summary>
    public Task ChangeCardAsync(int card, Action<Card> change) => Office.Staff<Database>().UnrecordedAsync(Office.Municipality, async context =>
    {
        change(await context.Cards.SingleAsync(row => row.Id == Cards[card].Id));
        return await context.SaveChangesAsync();
    });

    /// <summary>The outcomes recorded for an operation, the oldest first.</summary>
    public Task<List<string>> RecordedAsync(OperationKind operation) =>
        Office.SeeAsync(context => context.Audit.Where(row => row.Operation == operation).OrderBy(row => row.At).ThenBy(row => row.Id).Select(row => row.Outcome).ToListAsync());
}
