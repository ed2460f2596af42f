using Microsoft.EntityFrameworkCore;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.HandOver;

/// <summary>A counter as the day's pages offer it.</summary>
public sealed record DayCounter(Guid Id, string Name, CounterCode Code)
{
    /// <summary>Those in use, in the order of their codes.</summary>
    internal static Task<List<DayCounter>> AllAsync(TewatashiContext context, CancellationToken cancellationToken) =>
        context.Counters.AsNoTracking().Where(row => row.Active).OrderBy(row => row.Code).Select(row => new DayCounter(row.Id, row.Name, row.Code)).ToListAsync(cancellationToken);
}
