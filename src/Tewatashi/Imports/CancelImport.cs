using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Imports;

/// <summary>A person decides against an uploaded file before any row was taken: its pieces are deleted.</summary>
[UseCase(UsedBy.Staff)]
public sealed class CancelImport(Database database)
{
    public abstract record Outcome;

    public sealed record Cancelled : Outcome;

    /// <summary>Rows are being added, or it has ended.</summary>
    public sealed record TooLate : Outcome;

    public sealed record Request(Guid ImportId);

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(
            caller,
            OperationKind.CancelImport,
            async work =>
            {
                if (!await work.CancelImportAsync(request.ImportId, [ImportState.Receiving, ImportState.Uploaded, ImportState.Previewed], cancellationToken))
                {
                    work.Abandon();
                    return new TooLate();
                }

                work.Record("Cancelled", request.ImportId);
                return new Cancelled();
            },
            (_, _) => Task.FromResult<Outcome>(new Cancelled()),
            cancellationToken);
}

/// <summary>The one way in which an import ends without having added anything.</summary>
internal static class CancelledImport
{
    public static async Task<bool> CancelImportAsync(this Work work, Guid importId, ImportState[] from, CancellationToken cancellationToken)
    {
        var now = work.Now;
        var cancelled = await work.Context.Imports.Where(row => row.Id == importId && from.Contains(row.State))
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.State, ImportState.Cancelled)
                .SetProperty(row => row.FinishedAt, now)
                .SetProperty(row => row.ClaimedBy, (string?)null)
                .SetProperty(row => row.ClaimedUntil, (DateTimeOffset?)null)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        if (cancelled == 0) return false;
        await work.DropFileAsync(importId, cancellationToken);
        return true;
    }
}
