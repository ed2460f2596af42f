using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Data.Keys;

namespace Tewatashi.Reservations.Calls;

/// <summary>Reads calls for the eye of whoever calls: with the kana name, by which the application is found.</summary>
internal static class CallLines
{
    /// <returns>In the order of the ids.</returns>
    public static async Task<IReadOnlyList<CallLine>> OfAsync(Work work, KeyStore keys, IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        var rows = (await work.Context.Calls.AsNoTracking().Where(row => ids.Contains(row.Id))
            .Join(work.Context.Cards, call => call.CardId, card => card.Id, (call, card) => new { Call = call, card.SerialNumber })
            .Join(work.Context.Applicants, row => row.Call.CardId, applicant => applicant.CardId, (row, applicant) => new { row.Call, row.SerialNumber, Applicant = applicant })
            .ToListAsync(cancellationToken)).ToDictionary(row => row.Call.Id);
        var visits = await VisitsAsync(work, [.. rows.Values.Select(row => row.Call.VisitId).OfType<Guid>()], cancellationToken);
        var items = new ApplicantItems(keys, work.Municipality);
        return
        [
            .. ids.Where(rows.ContainsKey).Select(id => rows[id])
                .Select(row => new CallLine(row.Call, row.SerialNumber, items.Open(row.Applicant).KanaName, row.Call.VisitId is { } id ? visits.GetValueOrDefault(id) : null)),
        ];
    }

    private static async Task<Dictionary<Guid, CallVisit>> VisitsAsync(Work work, List<Guid> ids, CancellationToken cancellationToken)
    {
        var found = await work.Context.Visits.AsNoTracking().Where(row => ids.Contains(row.Id))
            .Join(work.Context.Counters, visit => visit.CounterId, counter => counter.Id, (visit, counter) => new
            {
                visit.Id,
                visit.ReservationNumber,
                visit.Day,
                visit.StartsAt,
                counter.Name,
                Persons = work.Context.Reservations.Count(row => row.VisitId == visit.Id),
            }).ToListAsync(cancellationToken);
        return found.ToDictionary(row => row.Id, row => new CallVisit(row.ReservationNumber, row.Day, row.StartsAt, row.Name, row.Persons));
    }
}
