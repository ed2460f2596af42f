using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;

namespace Tewatashi.Audit;

/// <summary>Searches the operation log. The search itself is recorded.</summary>
[UseCase(UsedBy.Staff)]
public sealed class SearchAudit(Database database)
{
    public const int PageSize = 50;

    /// <param name="From">Inclusive.</param>
    /// <param name="Until">Not included.</param>
    /// <param name="ActorId">Of one account alone; null: anyone.</param>
    /// <param name="SubjectId">About one record alone; null: any.</param>
    /// <param name="Page">From 1.</param>
    /// <param name="OldestFirst">Else the newest.</param>
    public sealed record Request(DateTimeOffset From, DateTimeOffset Until, string? ActorId, OperationKind? Operation, Guid? SubjectId, int Page, bool OldestFirst = false);

    public sealed record Found(IReadOnlyList<AuditEntry> Entries, int Total)
    {
        public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);
    }

    public Task<Found> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.SearchAudit, async work =>
        {
            var rows = work.Context.Audit.AsNoTracking().Where(entry => entry.At >= request.From && entry.At < request.Until);
            if (request.ActorId is { } actor) rows = rows.Where(entry => entry.ActorId == actor);
            if (request.Operation is { } operation) rows = rows.Where(entry => entry.Operation == operation);
            if (request.SubjectId is { } subject)
            {
                rows = rows.Where(entry => entry.SubjectId == subject
                    || work.Context.AuditSubjects.Any(other => other.EntryId == entry.Id && other.SubjectId == subject));
            }

            var total = await rows.CountAsync(cancellationToken);
            var sorted = request.OldestFirst ? rows.OrderBy(entry => entry.At).ThenBy(entry => entry.Id) : rows.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id);
            var entries = await sorted
                .Skip((Math.Max(1, request.Page) - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
            work.Record("Found", request.SubjectId, $"{total}");
            return new Found(entries, total);
        }, cancellationToken: cancellationToken);
}
