using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Staff;

namespace Tewatashi.Cards.Receiving;

/// <summary>
/// 未発送の確認: the maker says that it never sent a card that a delivery's list names. Two people end the 不足 with it, and the card is awaited no longer.
/// A card remade for it is linked to it like to any other old card.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class ConfirmNeverSent(Database database)
{
    public sealed record Request(Guid ShipmentId, Guid FindingId, SecondSignature Second);

    public abstract record Outcome;

    public sealed record Confirmed : Outcome;

    /// <summary>Settled before, by a scan or by somebody else.</summary>
    public sealed record AlreadySettled(ShipmentFindingEnd How) : Outcome;

    /// <summary>There is no such 不足.</summary>
    public sealed record NotFound : Outcome;

    public sealed record SamePerson : Outcome;

    /// <summary>The second person's user id or password is wrong, locked or may not do this.</summary>
    public sealed record SecondRefused : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        var second = await SecondPerson.ReadAsync(database, caller, request.Second, cancellationToken) ?? throw new InvalidOperationException("A signature was given.");
        return await database.WriteAsync<Outcome>(caller, OperationKind.ConfirmNeverSent, async work =>
        {
            if (await work.UndeliveredAsync(request.ShipmentId, request.FindingId, cancellationToken) is not (var finding, var card)) return work.Refuse(new NotFound());
            if (finding.EndReason is { } how) return work.Refuse(new AlreadySettled(how));
            switch (await second.StandsAsync(work, Permission.ReceiveCards, card.Id, cancellationToken))
            {
                case SecondPerson.Answer.SamePerson: return new SamePerson();
                case SecondPerson.Answer.Refused: return new SecondRefused();
            }

            // Scanned in at the table this very moment, it is here: the next look finds the difference settled.
            if (!await work.StepAsync(card, CardStep.ConfirmNeverSent, cancellationToken)) throw new PassingException();
            await work.EndUndeliveredAsync(finding, ShipmentFindingEnd.NeverSent, second.Id, cancellationToken);
            work.Record("NeverSent", card.Id, others: [request.ShipmentId, second.Id]);
            return new Confirmed();
        }, (_, first) => Task.FromResult<Outcome>(first.Outcome switch
        {
            nameof(SamePerson) => new SamePerson(),
            SecondPerson.Wrong => new SecondRefused(),
            _ => new Confirmed(),
        }), cancellationToken);
    }
}
