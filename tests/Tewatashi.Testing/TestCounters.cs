using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Municipalities;
using Tewatashi.Notices;
using Tewatashi.Reservations.Closures;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.Storage;
using Database = Tewatashi.Data.Database;

namespace Tewatashi.Testing;

/// <summary>Counters with hours, residents with notices, and their way to a booking, through the use cases.</summary>
public static class TestCounters
{
    /// <summary>The first day that the internet may book at the test office's first moment: three business days after Tuesday 2026-11-24.</summary>
    public static readonly DateOnly FirstWebDay = new(2026, 11, 27);

    /// <summary>A counter open Monday to Friday 9:00 to 17:00 from today on.</summary>
    /// <param name="building">Path of the office, made when it is not there.</param>
    public static async Task<Counter> AddCounterAsync(
        this TestOffice office, string code = "H1", int booths = 2, int gridMinutes = 15, string building = "H", IReadOnlyList<WeeklyStretch>? week = null)
    {
        var buildingId = await office.Staff<Database>().WriteAsync(office.ByStaff(), OperationKind.AddLocations, async work =>
        {
            var there = await work.Context.Locations.FirstOrDefaultAsync(row => row.Path == building);
            if (there is null)
            {
                there = new Location { Municipality = office.Municipality, Id = Ids.New(), Kind = LocationKind.Building, Path = building, Name = $"庁舎{building}" };
                work.Context.Add(there);
            }

            work.Record("Added", there.Id);
            return there.Id;
        });
        var saved = (SaveCounter.Saved)await office.Staff<SaveCounter>().RunAsync(
            new(null, null, CounterCode.Parse(code), $"窓口{code}", buildingId, gridMinutes, "1階"), office.ByStaff(), CancellationToken.None);
        await office.SetHoursAsync(saved.Id, week ?? WorkingWeek(booths));
        return await office.SeeAsync(context => context.Counters.AsNoTracking().SingleAsync(row => row.Id == saved.Id));
    }

    /// <summary>Monday to Friday, 9:00 to 17:00.</summary>
    public static IReadOnlyList<WeeklyStretch> WorkingWeek(int booths) =>
        [.. Enumerable.Range(1, 5).Select(day => new WeeklyStretch((DayOfWeek)day, new TimeOnly(9, 0), new TimeOnly(17, 0), booths))];

    public static Task<SaveOpeningHours.Outcome> SetHoursAsync(this TestOffice office, Guid counterId, IReadOnlyList<WeeklyStretch> week, DateOnly? effectiveOn = null) =>
        office.Staff<SaveOpeningHours>().RunAsync(new(counterId, effectiveOn ?? office.Today, week), office.ByStaff(), CancellationToken.None);

    /// <summary>Prepared cards whose notices were sent, each with the password on its notice.</summary>
    public static async Task<IReadOnlyList<NotifiedCard>> AddNotifiedCardsAsync(this TestOffice office, int count, NoticeState state = NoticeState.Sent, DateOnly? deadlineOn = null)
    {
        var cards = await office.AddCardsAsync(count);
        var keys = office.Staff<KeyStore>().KeysOf(office.Municipality, KeyPurpose.Password);
        var deadline = deadlineOn ?? office.Today.AddDays(90);
        return await office.Staff<Database>().WriteAsync<IReadOnlyList<NotifiedCard>>(office.ByStaff(), OperationKind.SendNotices, async work =>
        {
            var batch = new NoticeBatch { Municipality = office.Municipality, Id = Ids.New(), Name = "試し", Form = NoticeForm.Label, NeedsMatching = false, DeadlineOn = deadline, CreatedAt = work.Now };
            work.Context.Add(batch);
            await work.Context.SaveChangesAsync();
            var notified = new List<NotifiedCard>();
            var notices = new List<Notice>();
            foreach (var card in cards)
            {
                var password = ReceptionPassword.New();
                var (salt, hash) = PasswordHash.New(keys, password);
                notices.Add(new Notice
                {
                    Municipality = office.Municipality,
                    Id = Ids.New(),
                    CardId = card.Id,
                    BatchId = batch.Id,
                    Ordinal = notices.Count + 1,
                    Sequence = 1,
                    ReceptionNumber = ReceptionNumber.New(),
                    PasswordSalt = salt,
                    PasswordHash = hash,
                    State = state,
                    IssuedAt = work.Now,
                    SentOn = state == NoticeState.Printed ? null : office.Today,
                    DeadlineOn = deadline,
                });
                notified.Add(new NotifiedCard(card, notices[^1].Id, notices[^1].ReceptionNumber, password));
            }

            await work.Provider.InsertManyAsync(work.Context, notices, CancellationToken.None);
            work.Record("Sent", batch.Id);
            return notified;
        });
    }

    /// <summary>Signs the resident of a card in and answers who comes; family members join with their own notices.</summary>
    /// <returns>The hash of the session, as pages hold it.</returns>
    public static async Task<byte[]> SignInAsync(this TestOffice office, NotifiedCard card, RecipientKind kind = RecipientKind.Applicant, params NotifiedCard[] family)
    {
        var signedIn = (SignInResident.SignedIn)await office.Resident<SignInResident>().RunAsync(
            new(card.ReceptionNumber, null, card.Password, 1), office.ByResident(card.Id), CancellationToken.None);
        var session = Secret.HashOf(signedIn.Secret);
        foreach (var other in family)
        {
            await office.Resident<JoinPerson>().RunAsync(new(session, other.ReceptionNumber, null, other.Password), office.ByResident(card.Id), CancellationToken.None);
        }

        await office.Resident<AnswerWhoComes>().RunAsync(
            new(session, [.. family.Prepend(card).Select(person => new VisitPerson(person.Id, kind, kind.ComesAlone() ? KanaName.Parse("ダイリ　ハナコ") : null))]),
            office.ByResident(card.Id), CancellationToken.None);
        return session;
    }

    /// <summary>A session of the card without the sign-in's hash and log: for tests with hundreds of residents.</summary>
    public static async Task<byte[]> WriteSessionAsync(this TestOffice office, NotifiedCard card)
    {
        var session = Secret.HashOf(Secret.New());
        await office.Resident<Database>().UnrecordedAsync(office.Municipality, async context =>
        {
            var now = office.Clock.GetUtcNow();
            context.Add(new ResidentSession { Municipality = office.Municipality, SecretHash = session, CardId = card.Id, NoticeId = card.NoticeId, StartedAt = now, LastSeenAt = now, PurposeRevision = 1 });
            context.Add(new SessionPerson { Municipality = office.Municipality, SecretHash = session, CardId = card.Id, Ordinal = 1, RecipientKind = RecipientKind.Applicant });
            return await context.SaveChangesAsync();
        });
        return session;
    }

    public static Task<HoldSeat.Outcome> HoldAsync(this TestOffice office, NotifiedCard card, byte[] session, Counter counter, DateOnly day, TimeOnly startsAt) =>
        office.Resident<HoldSeat>().RunAsync(new(session, counter.Id, day, startsAt), office.ByResident(card.Id), CancellationToken.None);

    /// <summary>Signs in, holds and books on the internet.</summary>
    public static async Task<BookVisit.Booked> BookAsync(this TestOffice office, NotifiedCard card, Counter counter, DateOnly day, TimeOnly startsAt, params NotifiedCard[] family)
    {
        var session = await office.SignInAsync(card, RecipientKind.Applicant, family);
        var held = (HoldSeat.Held)await office.HoldAsync(card, session, counter, day, startsAt);
        return (BookVisit.Booked)await office.Resident<BookVisit>().RunAsync(new(held.VisitId), office.ByResident(card.Id), CancellationToken.None);
    }

    /// <summary>Books as the telephone desk does.</summary>
    public static Task<BookForCaller.Outcome> BookForCallerAsync(this TestOffice office, Guid cardId, Counter counter, DateOnly day, TimeOnly startsAt) =>
        office.Staff<BookForCaller>().RunAsync(new([new VisitPerson(cardId, RecipientKind.Applicant)], counter.Id, day, startsAt, Proven: true), office.ByStaff(), CancellationToken.None);

    /// <summary>A verified mail address for a visit.</summary>
    public static Task VerifyMailAsync(this TestOffice office, Guid visitId) =>
        office.Staff<Database>().WriteAsync(office.ByStaff(), OperationKind.VerifyMailAddress, work =>
        {
            work.Context.Add(new Contact
            {
                Municipality = office.Municipality,
                Id = Ids.New(),
                VisitId = visitId,
                Masked = "t***@e***.jp",
                TokenHash = Secret.HashOf(Secret.New()),
                TokenExpiresAt = work.Now.AddHours(1),
                VerifiedAt = work.Now,
                CreatedAt = work.Now,
            });
            work.Record("Verified", visitId);
            return Task.FromResult(true);
        });

    /// <summary>What does not fit between bookings and seats.</summary>
    public static async Task<IReadOnlyList<string>> SeatViolationsAsync(this TestOffice office)
    {
        var found = await new Check(office.Staff<Database>().Provider).RunAsync(office.Municipality, CancellationToken.None);
        return [.. found.Violations.Where(row => SeatInvariants.All.Any(invariant => invariant.Name == row.Invariant)).Select(row => row.ToString())];
    }
}
