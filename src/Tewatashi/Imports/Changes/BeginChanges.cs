using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Imports.Changes;

/// <summary>照合の開始: the preview was looked at and is right; from now on its rows are shown and decided. A list without a candidate ends at once.</summary>
[UseCase(UsedBy.Staff)]
public sealed class BeginChanges(Database database)
{
    public sealed record Request(Guid ListId);

    public abstract record Outcome;

    public sealed record Begun : Outcome;

    /// <summary>Begun before, ended, or there is no such list.</summary>
    public sealed record NotAPreview : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.BeginChanges, async work =>
        {
            var begun = await work.Context.ChangeLists.Where(row => row.Id == request.ListId && row.State == ChangeListState.Previewed).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.State, ChangeListState.Open)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
            if (begun == 0) return work.Refuse(new NotAPreview());
            await ChangeLists.EndWhereDoneAsync(work, request.ListId, cancellationToken);
            work.Record(nameof(Begun), request.ListId);
            return new Begun();
        }, (_, _) => Task.FromResult<Outcome>(new Begun()), cancellationToken);
}
