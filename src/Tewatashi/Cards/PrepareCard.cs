using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Cards;

/// <summary>
/// 交付前設定, done at the national terminal, recorded here: by scan, one card after the other, or from a pasted list. A suspended card
/// is refused.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class PrepareCard(Database database)
{
    // Short transactions: on the embedded database everybody else waits for this one.
    private const int Chunk = 100;

    public sealed record Request(SerialNumber SerialNumber);

    public abstract record Outcome;

    public sealed record Prepared(Guid CardId) : Outcome;

    public sealed record AlreadyPrepared(Guid CardId, DateTimeOffset? PreparedAt) : Outcome;

    /// <summary>Not scanned in yet, or over already.</summary>
    public sealed record NotInspected(Guid CardId, CardProgress Progress) : Outcome;

    public sealed record Suspended(Guid CardId, Suspension Why) : Outcome;

    public sealed record UnknownCard : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.PrepareCard, async work =>
        {
            var outcome = await PrepareAsync(work, request.SerialNumber, cancellationToken);
            switch (outcome)
            {
                case Prepared prepared:
                    work.Record(nameof(Prepared), prepared.CardId);
                    break;
                default:
                    work.Abandon();
                    break;
            }

            return outcome;
        }, cancellationToken: cancellationToken);

    /// <summary>The same for many; the answers come in the order of the numbers. What was recorded before a failure stays recorded.</summary>
    public async Task<IReadOnlyList<Outcome>> RunAsync(IReadOnlyList<SerialNumber> serialNumbers, Caller caller, CancellationToken cancellationToken)
    {
        var outcomes = new List<Outcome>(serialNumbers.Count);
        foreach (var chunk in serialNumbers.Chunk(Chunk))
        {
            outcomes.AddRange(await database.WriteAsync(caller with { OperationId = null }, OperationKind.PrepareCard, async work =>
            {
                var some = new List<Outcome>(chunk.Length);
                foreach (var serial in chunk) some.Add(await PrepareAsync(work, serial, cancellationToken));
                var prepared = some.OfType<Prepared>().Select(one => one.CardId).ToList();
                if (prepared.Count == 0) work.Abandon();
                else work.Record(nameof(Prepared), detail: FormattableString.Invariant($"{prepared.Count}"), others: prepared);
                return some;
            }, cancellationToken: cancellationToken));
        }

        return outcomes;
    }

    private static async Task<Outcome> PrepareAsync(Work work, SerialNumber serialNumber, CancellationToken cancellationToken)
    {
        if (await work.Context.Cards.SingleOrDefaultAsync(row => row.SerialNumber == serialNumber, cancellationToken) is not { } card) return new UnknownCard();
        if (Refusal(card) is { } refusal) return refusal;
        if (await work.StepAsync(card, CardStep.Prepare, cancellationToken)) return new Prepared(card.Id);

        // Someone was faster: recorded it, or stopped the card.
        await work.Context.Entry(card).ReloadAsync(cancellationToken);
        return Refusal(card) ?? new AlreadyPrepared(card.Id, card.PreparedAt);
    }

    private static Outcome? Refusal(Card card) => card switch
    {
        { Progress: CardProgress.Prepared } => new AlreadyPrepared(card.Id, card.PreparedAt),
        { Progress: not CardProgress.Inspected } => new NotInspected(card.Id, card.Progress),
        { Suspension: { } why } => new Suspended(card.Id, why),
        _ => null,
    };
}
