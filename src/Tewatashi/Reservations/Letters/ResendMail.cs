using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Mail;

namespace Tewatashi.Reservations.Letters;

/// <summary>「もう一度送る」: a mail that did not arrive begins its tries anew, under the same Message-ID.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ResendMail(Database database)
{
    public sealed record Request(Guid MailId);

    /// <summary>False: it is not there, or no longer waits for a person.</summary>
    public Task<bool> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.ResendMail, async work =>
        {
            var again = await work.Context.Outbox.Where(row => row.Id == request.MailId && row.State == OutboxState.Dead).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.State, OutboxState.Waiting)
                .SetProperty(row => row.Attempts, 0)
                .SetProperty(row => row.Unanswered, 0)
                .SetProperty(row => row.NextAttemptAt, work.Now), cancellationToken);
            if (again == 0) return work.Refuse(false);
            work.Context.Add(new WorkItem { Municipality = work.Municipality, Kind = WorkKind.SendMail, SubjectId = request.MailId, DueAt = work.Now });
            work.Record("Queued", request.MailId);
            return true;
        }, (_, _) => Task.FromResult(true), cancellationToken);
}
