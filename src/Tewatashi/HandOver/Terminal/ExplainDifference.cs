using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;

namespace Tewatashi.HandOver.Terminal;

/// <summary>Settles a difference to the national terminal's list: somebody looked into it and says by a code why it is in order. Said once.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ExplainDifference(Database database)
{
    public sealed record Request(DateOnly Day, SerialNumber SerialNumber, DifferenceSide Side, DifferenceReason Reason);

    public abstract record Outcome;

    public sealed record Explained : Outcome;

    /// <summary>There is no such difference any more, or it was explained.</summary>
    public sealed record NotOpen : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        try
        {
            return await database.WriteAsync<Outcome>(caller with { OperationId = null }, OperationKind.ExplainDifference, async work =>
            {
                var view = await TerminalView.OfAsync(work.Context, request.Day, cancellationToken);
                if (view?.Differences.FirstOrDefault(row => row.SerialNumber == request.SerialNumber && row.Side == request.Side && row.Reason is null) is not { } difference)
                    return work.Refuse<Outcome>(new NotOpen());
                var explanation = new DifferenceExplanation
                {
                    Municipality = work.Municipality,
                    Id = Ids.New(),
                    Day = request.Day,
                    SerialNumber = request.SerialNumber,
                    Side = request.Side,
                    Reason = request.Reason,
                    At = work.Now,
                    StaffMemberId = Guid.Parse(work.Caller.Actor.Id),
                };
                work.Context.Add(explanation);
                work.Record("Recorded", difference.CardId ?? explanation.Id, $"{request.Side} {request.Reason}");
                return new Explained();
            }, cancellationToken: cancellationToken);
        }
        catch (AlreadyThereException)
        {
            return new NotOpen(); // somebody else said it at the same moment
        }
    }
}
