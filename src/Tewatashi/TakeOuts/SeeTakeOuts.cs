using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Staff;

namespace Tewatashi.TakeOuts;

/// <summary>How many cards are out and should be back, and who can take one. Names no card: <see cref="TakeOutList"/> does.</summary>
[UseCase(UsedBy.Staff)]
public sealed class SeeTakeOuts(Database database)
{
    /// <param name="Overdue">How many of those that are out should be back.</param>
    /// <param name="Staff">Who can take cards out.</param>
    public sealed record View(int Out, int Overdue, IReadOnlyList<(Guid Id, string Name)> Staff);

    public Task<View> RunAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, async context =>
        {
            var staff = await context.StaffMembers.Where(row => row.State == StaffState.Active).OrderBy(row => row.DisplayName).ThenBy(row => row.Id)
                .Select(row => new { row.Id, row.DisplayName }).ToListAsync(cancellationToken);
            return new View(
                await context.TakeOuts.CountAsync(row => row.EndedAt == null, cancellationToken),
                await CountOverdueAsync(context, database.Clock.GetUtcNow(), cancellationToken),
                [.. staff.Select(row => (row.Id, row.DisplayName))]);
        }, cancellationToken);

    /// <summary>How many should be back: the alarm of the first page.</summary>
    public Task<int> OverdueAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, context => CountOverdueAsync(context, database.Clock.GetUtcNow(), cancellationToken), cancellationToken);

    private static Task<int> CountOverdueAsync(TewatashiContext context, DateTimeOffset now, CancellationToken cancellationToken) =>
        context.TakeOuts.CountAsync(row => row.EndedAt == null && row.BackBy < now, cancellationToken);
}
