using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Reservations.Statuses;

/// <summary>The words for 処理状況 that both faces show.</summary>
[UseCase(UsedBy.Both)]
public sealed class ReadStatusLabels(Database database)
{
    public Task<StatusLabels> RunAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, async context => new StatusLabels(
            await context.StatusLabels.AsNoTracking().ToDictionaryAsync(row => row.Status, row => row.Label, cancellationToken)), cancellationToken);
}
