using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Staff;

/// <summary>A member of staff asked for a page without its permission: nothing was shown, and the attempt stands in the log.</summary>
[UseCase(UsedBy.Staff)]
public sealed class RecordRefusal(Database database)
{
    /// <param name="page">Method and pattern of the page, such as <c>GET /cards/{id}</c>; never what was asked for in it.</param>
    public Task RunAsync(string page, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.RefusePermission, work =>
        {
            work.AbandonRecording("Refused", detail: page);
            return Task.FromResult(true);
        }, cancellationToken: cancellationToken);
}
