using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Notices;
using Tewatashi.Reservations;
using Tewatashi.Storage;

namespace Tewatashi.Testing;

/// <summary>Notices and bookings written straight into the tables: for tests that only look at them.</summary>
public static class TestVisits
{
    /// <summary>A notice of the card that was sent.</summary>
    public static Task<ReceptionNumber> WriteNoticeAsync(this TestOffice office, Card card, NoticeState state = NoticeState.Sent) =>
        office.WriteAsync(work =>
        {
            var deadline = office.Today.AddDays(90);
            var batch = new NoticeBatch { Municipality = office.Municipality, Id = Ids.New(), Name = "試し", Form = NoticeForm.Label, NeedsMatching = false, DeadlineOn = deadline, CreatedAt = work.Now };
            var notice = new Notice
            {
                Municipality = office.Municipality,
                Id = Ids.New(),
                CardId = card.Id,
                BatchId = batch.Id,
                Ordinal = 1,
                Sequence = 1,
                ReceptionNumber = ReceptionNumber.New(),
                PasswordSalt = [1],
                PasswordHash = [1],
                State = state,
                IssuedAt = work.Now,
                SentOn = office.Today,
                DeadlineOn = deadline,
            };
            work.Context.AddRange(batch, notice);
            return notice.ReceptionNumber;
        });

    /// <summary>A booking of the card for 2026-12-01, 10:00 at a counter of its own.</summary>
    public static Task<ReservationNumber> WriteBookingAsync(this TestOffice office, Card card, ReservationState state = ReservationState.Booked) =>
        office.WriteAsync(work =>
        {
            var building = new Location { Municipality = office.Municipality, Id = Ids.New(), Kind = LocationKind.Building, Path = "W", Name = "窓口棟" };
            var counter = new Counter
            {
                Municipality = office.Municipality,
                Id = Ids.New(),
                Code = CounterCode.Parse("W01"),
                Name = "本庁1階",
                BuildingId = building.Id,
                GridMinutes = 15,
            };
            var visit = new Visit
            {
                Municipality = office.Municipality,
                Id = Ids.New(),
                ReservationNumber = ReservationNumber.New(),
                CounterId = counter.Id,
                BuildingId = building.Id,
                Day = new DateOnly(2026, 12, 1),
                StartsAt = new TimeOnly(10, 0),
                Minutes = 15,
                GridMinutes = 15,
                Channel = Channel.Web,
                Seat = state == ReservationState.Held ? SeatState.Held : SeatState.Taken,
                HoldExpiresAt = state == ReservationState.Held ? work.Now.AddMinutes(10) : null,
                CreatedAt = work.Now,
            };
            work.Context.AddRange(building, counter, visit);
            work.Context.Add(new Reservation
            {
                Municipality = office.Municipality,
                Id = Ids.New(),
                VisitId = visit.Id,
                CardId = card.Id,
                Ordinal = 1,
                RecipientKind = RecipientKind.Applicant,
                Minutes = 15,
                State = state,
            });
            return visit.ReservationNumber;
        });

    private static Task<T> WriteAsync<T>(this TestOffice office, Func<Work, T> write) =>
        office.Staff<Database>().WriteAsync(office.ByStaff(), OperationKind.ApplyImport, work =>
        {
            var result = write(work);
            work.Record("Applied");
            return Task.FromResult(result);
        });
}
