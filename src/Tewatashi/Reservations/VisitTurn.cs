using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;

namespace Tewatashi.Reservations;

/// <summary>
/// The turn at visits: every use case takes the rows of its visits first, in one order, and looks at their reservations after that. Who
/// moves or cancels one of them meanwhile looks again, because the version is another.
/// </summary>
internal static class VisitTurn
{
    /// <summary>Takes these visits until the work is written. What was read of them or of their reservations before may be old.</summary>
    public static async Task TakeVisitsAsync(this Work work, IReadOnlyCollection<Guid> visitIds, CancellationToken cancellationToken)
    {
        if (visitIds.Count == 0) return;
        await work.LockVisitsAsync($"visit.id IN ({Places(1, visitIds.Count)})", visitIds.Cast<object>(), cancellationToken);
        await work.Context.Visits.Where(row => visitIds.Contains(row.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
    }

    /// <summary>The visit as it was read, until the work is written. False: it is another by now.</summary>
    public static async Task<bool> TakeVisitAsync(this Work work, Guid visitId, int version, CancellationToken cancellationToken) =>
        await work.Context.Visits.Where(row => row.Id == visitId && row.Version == version)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version + 1), cancellationToken) == 1;

    /// <summary>
    /// Waits for the visits that a condition names and holds them until the work is written. In one go and in the order of their ids: two that take some of the
    /// same visits wait for each other and never in a circle.
    /// </summary>
    /// <param name="condition">SQL that no user wrote; its values are numbered from 1.</param>
    public static Task<int> LockVisitsAsync(this Work work, string condition, IEnumerable<object> values, CancellationToken cancellationToken)
    {
        object[] parameters = [work.Municipality.Value, .. values];
        var statement =
            $$"""
              SELECT visit.id FROM visit WHERE visit.municipality = {0} AND {{condition}}
              {{work.Provider.LockRowsOf("visit", "id")}}
              """;
        return work.Context.Database.ExecuteSqlRawAsync(statement, parameters, cancellationToken);
    }

    /// <summary>The numbers of so many values, for a condition.</summary>
    public static string Places(int first, int count) =>
        string.Join(", ", Enumerable.Range(first, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"{{{number}}}")));
}
