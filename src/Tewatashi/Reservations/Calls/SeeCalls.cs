using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Data.Keys;

namespace Tewatashi.Reservations.Calls;

/// <summary>電話連絡一覧: who is to be called, what for and what was tried; the most pressing first. The view is recorded with the cards shown.</summary>
[UseCase(UsedBy.Staff)]
public sealed class SeeCalls(Database database, KeyStore keys)
{
    public const int LinesPerPage = 50;

    /// <param name="Reason">Null: every reason.</param>
    /// <param name="Page">From 1 on.</param>
    public sealed record Request(CallReason? Reason, int Page);

    /// <param name="Counts">How many live calls each reason has.</param>
    /// <param name="Total">Live calls of the reason asked for.</param>
    public sealed record View(IReadOnlyDictionary<CallReason, int> Counts, int Total, IReadOnlyList<CallLine> Lines);

    public Task<View> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.ViewCalls, async work =>
        {
            var live = work.Context.Calls.AsNoTracking().Where(row => CallList.Live.Contains(row.State));
            var counts = await live.GroupBy(row => row.Reason).Select(group => new { Reason = group.Key, Count = group.Count() })
                .ToDictionaryAsync(row => row.Reason, row => row.Count, cancellationToken);
            var wanted = request.Reason is { } reason ? live.Where(row => row.Reason == reason) : live;
            var rows = await wanted
                .OrderBy(row => row.DueAt == null).ThenBy(row => row.DueAt).ThenBy(row => row.CreatedAt).ThenBy(row => row.Id)
                .Skip((Math.Max(1, request.Page) - 1) * LinesPerPage).Take(LinesPerPage)
                .Join(work.Context.Cards, call => call.CardId, card => card.Id, (call, card) => new { Call = call, card.SerialNumber })
                .Join(work.Context.Applicants, row => row.Call.CardId, applicant => applicant.CardId, (row, applicant) => new { row.Call, row.SerialNumber, Applicant = applicant })
                .ToListAsync(cancellationToken);
            var visits = await VisitsAsync(work, [.. rows.Select(row => row.Call.VisitId).OfType<Guid>()], cancellationToken);
            var items = new ApplicantItems(keys, work.Municipality);
            work.Record("Viewed", detail: request.Reason?.ToString(), others: rows.Select(row => row.Call.CardId));
            return new View(counts, request.Reason is { } one ? counts.GetValueOrDefault(one) : counts.Values.Sum(),
            [
                .. rows.OrderBy(row => row.Call.DueAt ?? DateTimeOffset.MaxValue).ThenBy(row => row.Call.CreatedAt).ThenBy(row => row.Call.Id)
                    .Select(row => new CallLine(row.Call, row.SerialNumber, items.Open(row.Applicant).KanaName, row.Call.VisitId is { } id ? visits.GetValueOrDefault(id) : null)),
            ]);
        }, cancellationToken: cancellationToken);

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
