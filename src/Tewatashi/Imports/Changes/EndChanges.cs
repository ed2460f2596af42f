using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Imports.Changes;

/// <summary>照合の取りやめ: a list is ended before every row was decided; what it still says of people is erased at once.</summary>
[UseCase(UsedBy.Staff)]
public sealed class EndChanges(Database database)
{
    public sealed record Request(Guid ListId);

    public abstract record Outcome;

    public sealed record Ended : Outcome;

    /// <summary>Ended before, or there is no such list.</summary>
    public sealed record NotOpen : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.EndChanges, async work =>
        {
            if (await ChangeLists.EndAsync(work.Context, work.Context.ChangeLists.Where(row => row.Id == request.ListId), work.Now, cancellationToken) == 0) return work.Refuse(new NotOpen());
            work.Record(nameof(Ended), request.ListId);
            return new Ended();
        }, (_, _) => Task.FromResult<Outcome>(new Ended()), cancellationToken);
}
