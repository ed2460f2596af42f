using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Reservations.Calls;

/// <summary>Writes down how a call went: nobody answered, told, settled.</summary>
[UseCase(UsedBy.Staff)]
public sealed class AnswerCall(Database database)
{
    /// <param name="Version">As the list showed it.</param>
    public sealed record Request(Guid CallId, int Version, CallAnswer Answer);

    public abstract record Outcome;

    public sealed record Answered : Outcome;

    /// <summary>Someone else wrote down an answer meanwhile, or the reason went away.</summary>
    public sealed record ChangedMeanwhile : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.AnswerCall, async work =>
        {
            var state = request.Answer switch
            {
                CallAnswer.NotReached => CallState.NotReached,
                CallAnswer.Reached => CallState.Reached,
                CallAnswer.Done => CallState.Done,
            };
            var missed = request.Answer == CallAnswer.NotReached ? 1 : 0;
            var changed = await work.Context.Calls
                .Where(row => row.Id == request.CallId && row.Version == request.Version && CallList.Live.Contains(row.State))
                .ExecuteUpdateAsync(set => set
                    .SetProperty(row => row.State, state)
                    .SetProperty(row => row.NotReached, row => row.NotReached + missed)
                    .SetProperty(row => row.AnsweredAt, work.Now)
                    .SetProperty(row => row.AnsweredBy, work.Caller.Actor.Id)
                    .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
            if (changed == 0) return work.Refuse(new ChangedMeanwhile());
            var call = await work.Context.Calls.AsNoTracking().SingleAsync(row => row.Id == request.CallId, cancellationToken);
            var times = call.NotReached.ToString(CultureInfo.InvariantCulture);
            work.Record(state == CallState.NotReached ? "NotReached" : state == CallState.Reached ? "Reached" : "Done", call.CardId, missed == 0 ? call.Reason.ToString() : $"{call.Reason} {times}");
            return new Answered();
        }, (_, _) => Task.FromResult<Outcome>(new Answered()), cancellationToken);
}
