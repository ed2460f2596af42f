using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Reservations;

/// <summary>Takes a joined person out of the visit that is being put together; never the one who signed in.</summary>
[UseCase(UsedBy.Resident)]
public sealed class LeaveOutPerson(Database database)
{
    /// <summary>False: no such joined person.</summary>
    public Task<bool> RunAsync(byte[] sessionHash, int ordinal, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.AddPerson, async work =>
        {
            var left = await work.Context.SessionPersons
                .Where(row => row.SecretHash == sessionHash && row.Ordinal == ordinal && (row.Ordinal > 1 || row.CardId == null)).ExecuteDeleteAsync(cancellationToken) > 0;
            if (left) work.Record("LeftOut");
            else work.Abandon();
            return left;
        }, cancellationToken: cancellationToken);
}
