using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Transfers;

/// <summary>Calls off every order of a selection, each by the ordinary step of one order with an entry of its own. What one order refuses stops no other.</summary>
[UseCase(UsedBy.Staff)]
public sealed class CallOffTransfers(CallOffTransfer callOff)
{
    /// <summary>Four pages of the list.</summary>
    public const int MostOrders = 200;

    public sealed record Request(IReadOnlyList<Guid> OrderIds);

    /// <param name="LeftOut">Which were left as they were.</param>
    public sealed record Result(int CalledOff, IReadOnlySet<Guid> LeftOut);

    public async Task<Result> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        if (request.OrderIds.Count > MostOrders) throw new ArgumentException("Too many orders at once.", nameof(request));
        var (calledOff, leftOut) = (0, new HashSet<Guid>());
        foreach (var order in request.OrderIds.Distinct())
        {
            if (await callOff.RunAsync(new(order), caller, cancellationToken)) calledOff++;
            else leftOut.Add(order);
        }

        return new(calledOff, leftOut);
    }
}
