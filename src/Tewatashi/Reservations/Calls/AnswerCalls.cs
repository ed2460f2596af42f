using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Reservations.Calls;

/// <summary>
/// Writes the same answer down for every call of a selection, each by the ordinary step of one call with an entry of its own: as when everybody of a closed day
/// was told by letter. What one call refuses stops no other; sent a second time it changes nothing more.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class AnswerCalls(AnswerCall answer)
{
    /// <summary>Four pages of the list.</summary>
    public const int MostCalls = 200;

    /// <param name="Version">As the list showed it.</param>
    public sealed record Chosen(Guid CallId, int Version);

    public sealed record Request(IReadOnlyList<Chosen> Calls, CallAnswer Answer);

    /// <param name="LeftOut">Which were left as they were.</param>
    public sealed record Result(int Answered, IReadOnlySet<Guid> LeftOut);

    public async Task<Result> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        if (request.Calls.Count > MostCalls) throw new ArgumentException("Too many calls at once.", nameof(request));
        // One form, many steps: an operation id stands for one of them only.
        caller = caller with { OperationId = null };
        var (answered, leftOut) = (0, new HashSet<Guid>());
        foreach (var call in request.Calls.DistinctBy(call => call.CallId))
        {
            if (await answer.RunAsync(new(call.CallId, call.Version, request.Answer), caller, cancellationToken) is AnswerCall.Answered) answered++;
            else leftOut.Add(call.CallId);
        }

        return new(answered, leftOut);
    }
}
