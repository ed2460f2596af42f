using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.HandOver;

/// <summary>The counters at which somebody may work today. Names no person.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ListCounters(Database database)
{
    public Task<IReadOnlyList<DayCounter>> RunAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<DayCounter>>(municipality, async context => await DayCounter.AllAsync(context, cancellationToken), cancellationToken);
}
