using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Reservations.Calls;

/// <summary>How many people are still to be called. A number alone, of nobody's record.</summary>
[UseCase(UsedBy.Staff)]
public sealed class CountCalls(Database database)
{
    public Task<int> RunAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, context => context.Calls.CountAsync(row => CallList.Live.Contains(row.State), cancellationToken), cancellationToken);
}
