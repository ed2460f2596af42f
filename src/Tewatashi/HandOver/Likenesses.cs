using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Reservations;

namespace Tewatashi.HandOver;

/// <summary>
/// Compares applicants with everybody else who comes to a counter on a day, by name as it sounds and by month and day. Opened and compared in
/// this process alone; what goes out is whether, never who.
/// </summary>
internal static class Likenesses
{
    /// <summary>Of all these cards together.</summary>
    public static async Task<Likeness> OfAsync(Work work, KeyStore keys, DateOnly day, Guid counterId, IReadOnlyCollection<Guid> cardIds, CancellationToken cancellationToken)
    {
        if (cardIds.Count == 0) return Likeness.None;
        var here = await (
            from visit in work.Context.Visits
            where visit.Day == day && visit.CounterId == counterId
            join reservation in work.Context.Reservations on visit.Id equals reservation.VisitId
            where reservation.State == ReservationState.Booked || reservation.State == ReservationState.CheckedIn || reservation.State == ReservationState.Completed
            join applicant in work.Context.Applicants on reservation.CardId equals (Guid?)applicant.CardId
            select applicant).AsNoTracking().ToListAsync(cancellationToken);
        var items = new ApplicantItems(keys, work.Municipality);
        var people = here.DistinctBy(applicant => applicant.CardId).Select(applicant => (applicant.CardId, Names: items.Open(applicant))).ToList();
        return people.Where(one => cardIds.Contains(one.CardId))
            .SelectMany(one => people.Where(other => other.CardId != one.CardId).Select(other => Between(one.Names, other.Names)))
            .Aggregate(Likeness.None, (found, next) => found | next);
    }

    private static Likeness Between(ApplicantNames one, ApplicantNames other) =>
        (one.KanaName?.LooseKey is { Length: > 0 } name && name == other.KanaName?.LooseKey ? Likeness.SameName : Likeness.None)
        | (one.Birthday.HasMonthDay && one.Birthday.SameMonthDay(other.Birthday) ? Likeness.SameBirthday : Likeness.None);
}
