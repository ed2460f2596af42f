using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Staff;

namespace Tewatashi.Cards.Receiving;

/// <summary>空箱確認: two people look into boxes of a delivery, see that no card is left, and sign on the same screen. Only then a box may be thrown away.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ConfirmBoxesEmpty(Database database)
{
    /// <param name="Ordinals">The boxes both have before them.</param>
    public sealed record Request(Guid ShipmentId, IReadOnlyCollection<int> Ordinals, SecondSignature Second);

    public abstract record Outcome;

    /// <param name="Left">Boxes that arrived and are not confirmed yet.</param>
    public sealed record Confirmed(int Boxes, int Left) : Outcome;

    /// <summary>None of them waits to be confirmed: not here, not of this delivery, or confirmed before.</summary>
    public sealed record NothingToConfirm : Outcome;

    public sealed record SamePerson : Outcome;

    /// <summary>The second person's user id or password is wrong, locked or may not do this.</summary>
    public sealed record SecondRefused : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        var second = await SecondPerson.ReadAsync(database, caller, request.Second, cancellationToken) ?? throw new InvalidOperationException("A signature was given.");
        return await database.WriteAsync<Outcome>(caller, OperationKind.ConfirmBoxesEmpty, work => ConfirmAsync(work, request, second, cancellationToken),
            async (work, first) => first.Outcome switch
            {
                nameof(SamePerson) => new SamePerson(),
                SecondPerson.Wrong => new SecondRefused(),
                _ => new Confirmed(int.Parse(first.Detail!, System.Globalization.CultureInfo.InvariantCulture), await LeftAsync(work, request.ShipmentId, cancellationToken)), // written below
            }, cancellationToken);
    }

    private static async Task<Outcome> ConfirmAsync(Work work, Request request, SecondPerson second, CancellationToken cancellationToken)
    {
        var full = work.Context.ShipmentBoxes.Where(row => row.ShipmentId == request.ShipmentId && request.Ordinals.Contains(row.Ordinal) && row.ArrivedAt != null && row.EmptiedAt == null);
        if (!await full.AnyAsync(cancellationToken)) return work.Refuse(new NothingToConfirm());
        switch (await second.StandsAsync(work, Permission.ReceiveCards, request.ShipmentId, cancellationToken))
        {
            case SecondPerson.Answer.SamePerson: return new SamePerson();
            case SecondPerson.Answer.Refused: return new SecondRefused();
        }

        var by = Guid.Parse(work.Caller.Actor.Id);
        var with = second.Id;
        var emptied = await full.ExecuteUpdateAsync(set => set
            .SetProperty(row => row.EmptiedAt, work.Now)
            .SetProperty(row => row.EmptiedBy, by)
            .SetProperty(row => row.EmptiedWith, with)
            .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        if (emptied == 0) throw new PassingException();
        work.Record(nameof(Confirmed), request.ShipmentId, FormattableString.Invariant($"{emptied}"), [second.Id]);
        return new Confirmed(emptied, await LeftAsync(work, request.ShipmentId, cancellationToken));
    }

    private static Task<int> LeftAsync(Work work, Guid shipmentId, CancellationToken cancellationToken) =>
        work.Context.ShipmentBoxes.CountAsync(row => row.ShipmentId == shipmentId && row.ArrivedAt != null && row.EmptiedAt == null, cancellationToken);
}
