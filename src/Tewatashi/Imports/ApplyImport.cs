using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Imports;

/// <summary>A person who saw the preview says that the rows are to be added; the work itself is done in the background.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ApplyImport(Database database)
{
    public abstract record Outcome;

    public sealed record Begun : Outcome;

    /// <summary>It is not waiting for a decision: begun, ended or cancelled already, or not looked through yet.</summary>
    public sealed record NotWaiting : Outcome;

    /// <summary>All or nothing was asked for, and rows are refused.</summary>
    public sealed record NothingToTake : Outcome;

    public sealed record Request(Guid ImportId);

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(
            caller,
            OperationKind.ApplyImport,
            async work =>
            {
                var import = await work.Context.Imports.FirstOrDefaultAsync(row => row.Id == request.ImportId, cancellationToken);
                if (import is not { State: ImportState.Previewed })
                {
                    work.Abandon();
                    return new NotWaiting();
                }

                if (import is { AllOrNothing: true, Refused: > 0 })
                {
                    work.Abandon();
                    return new NothingToTake();
                }

                import.State = ImportState.Applying;
                import.RowsRead = 0;
                work.Context.WorkItems.Add(new WorkItem
                {
                    Municipality = work.Municipality,
                    Kind = WorkKind.ApplyImport,
                    SubjectId = import.Id,
                    DueAt = work.Now,
                });
                work.Record("Begun", import.Id, FormattableString.Invariant($"to add {import.Added}"));
                return new Begun();
            },
            (_, _) => Task.FromResult<Outcome>(new Begun()),
            cancellationToken);
}
