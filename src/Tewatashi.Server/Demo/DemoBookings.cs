using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Mail;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.Time;

namespace Tewatashi.Server.Demo;

/// <summary>Residents and the telephone desk of the demonstration book: alone, as families, by a proxy, with and without mail.</summary>
internal sealed class DemoBookings(DemoOffice office, DemoPlaces places)
{
    private static readonly TimeOnly Opens = new(9, 0);
    private readonly Dictionary<(string Counter, DateOnly Day), int> taken = [];
    private int booked;

    /// <summary>Books cards for a day: now and then a family of two, a proxy, or by telephone.</summary>
    public async Task<IReadOnlyList<DemoVisit>> BookAsync(IReadOnlyList<DemoCard> cards, DateOnly day, CancellationToken cancellationToken)
    {
        var visits = new List<DemoVisit>();
        for (var i = 0; i < cards.Count;)
        {
            var number = booked++;
            var counter = CounterFor(cards[i], day);
            var family = number % 5 == 2 && i + 1 < cards.Count && CounterFor(cards[i + 1], day) == counter ? 2 : 1;
            var group = cards.Skip(i).Take(family).ToList();
            visits.Add(number % 4 == 3
                ? await BookByPhoneAsync(group, counter, day, cancellationToken)
                : await BookOnWebAsync(group, counter, day, withMail: number % 6 == 0 && day >= office.Clock.PresentDay, proxy: number % 7 == 5, cancellationToken));
            i += family;
        }

        await office.SendMailsAsync(cancellationToken);
        return visits;
    }

    public async Task CancelAsync(DemoVisit visit, CancellationToken cancellationToken) =>
        DemoOffice.Expect<CancelVisit.Cancelled>(await office.Resident<CancelVisit>().RunAsync(new(visit.Id), office.By(visit.Cards[0]), cancellationToken));

    /// <summary>Where a card's visit is on a day: the branch is closed at weekends and on holidays.</summary>
    private static string CounterFor(DemoCard card, DateOnly day) =>
        card.Counter == DemoPlaces.Branch && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !JapaneseHolidays.IsHoliday(day) ? DemoPlaces.Branch : DemoPlaces.Main;

    private async Task<DemoVisit> BookOnWebAsync(
        List<DemoCard> cards, string counter, DateOnly day, bool withMail, bool proxy, CancellationToken cancellationToken)
    {
        var first = cards[0];
        var signedIn = DemoOffice.Expect<SignInResident.SignedIn>(await office.Resident<SignInResident>().RunAsync(
            new(first.ReceptionNumber, null, first.Password!, PurposeRevision: 1), office.By(first), cancellationToken)); // its notice was issued
        var session = Secret.HashOf(signedIn.Secret);
        foreach (var other in cards.Skip(1))
            DemoOffice.Expect<JoinPerson.Joined>(await office.Resident<JoinPerson>().RunAsync(new(session, other.ReceptionNumber, null, other.Password!), office.By(first), cancellationToken)); // likewise
        DemoOffice.Expect<AnswerWhoComes.Answered>(await office.Resident<AnswerWhoComes>().RunAsync(
            new(session, [.. cards.Select(card => Person(card, proxy))]), office.By(first), cancellationToken));
        while (true)
        {
            var startsAt = NextTime(counter, day);
            var held = await office.Resident<HoldSeat>().RunAsync(new(session, places.CounterOf(counter), day, startsAt), office.By(first), cancellationToken);
            if (held is HoldSeat.Refused { Why: SeatRefusal.Full }) continue;
            var visitId = DemoOffice.Expect<HoldSeat.Held>(held).VisitId;
            if (withMail) await VerifyMailAsync(visitId, first, cancellationToken);
            var done = DemoOffice.Expect<BookVisit.Booked>(await office.Resident<BookVisit>().RunAsync(new(visitId), office.By(first), cancellationToken));
            return new DemoVisit(done.VisitId, done.Number, counter, day, startsAt, cards);
        }
    }

    private async Task<DemoVisit> BookByPhoneAsync(List<DemoCard> cards, string counter, DateOnly day, CancellationToken cancellationToken)
    {
        while (true)
        {
            var startsAt = NextTime(counter, day);
            var outcome = await office.Staff<BookForCaller>().RunAsync(
                new([.. cards.Select(card => Person(card, proxy: false))], places.CounterOf(counter), day, startsAt, Proven: true), office.By(StaffRoles.Phone), cancellationToken);
            if (outcome is BookForCaller.Refused { Why: SeatRefusal.Full }) continue;
            var done = DemoOffice.Expect<BookForCaller.Booked>(outcome);
            return new DemoVisit(done.VisitId, done.Number, counter, day, startsAt, cards);
        }
    }

    private static VisitPerson Person(DemoCard card, bool proxy) =>
        proxy ? new(card.Id, RecipientKind.VoluntaryProxy, KanaName.Parse("ダイリ　ミホン")) : new(card.Id, RecipientKind.Applicant);

    /// <summary>The resident gives an address and follows the mailed link.</summary>
    private async Task VerifyMailAsync(Guid visitId, DemoCard card, CancellationToken cancellationToken)
    {
        var address = EmailAddress.Parse(FormattableString.Invariant($"jumin{card.Number}@mihon.example.jp"));
        DemoOffice.Expect<RegisterMailAddress.LinkMailed>(await office.Resident<RegisterMailAddress>().RunAsync(new(visitId, address), office.By(card), cancellationToken));
        await office.SendMailsAsync(cancellationToken);
        var mail = await office.Worker<Data.Database>().ReadAsync(
            office.Municipality, context => context.Outbox.AsNoTracking().SingleAsync(row => row.VisitId == visitId && row.Kind == MailKind.Verification, cancellationToken), cancellationToken);
        var secret = Outbox.SecretOf(mail, office.Worker<KeyStore>().KeysOf(office.Municipality, KeyPurpose.Contact));
        DemoOffice.Expect<VerifyMailAddress.Verified>(await office.Resident<VerifyMailAddress>().RunAsync(secret, office.By(card), cancellationToken));
    }

    /// <summary>Spread over the day, every hour and a half first, then between.</summary>
    private TimeOnly NextTime(string counter, DateOnly day)
    {
        const int Turns = 14; // half hours from 9:00 to 15:30
        var turn = taken[(counter, day)] = taken.GetValueOrDefault((counter, day), -1) + 1;
        if (turn > Turns * 8) throw new InvalidOperationException("The demonstration has more visits than a day has places.");
        return Opens.AddMinutes(turn * 3 % Turns * 30);
    }
}
