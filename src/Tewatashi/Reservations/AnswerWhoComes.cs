using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Municipalities;

namespace Tewatashi.Reservations;

/// <summary>「どなたが受け取りに来ますか」: the answer for each person of a resident's session, before a time is chosen.</summary>
[UseCase(UsedBy.Resident)]
public sealed class AnswerWhoComes(Database database, KeyStore keys)
{
    public sealed record Request(byte[] SessionHash, IReadOnlyList<VisitPerson> Persons);

    public abstract record Outcome;

    /// <param name="Minutes">How long the visit will be, before it is put on a counter's grid.</param>
    public sealed record Answered(int Minutes) : Outcome;

    /// <summary>The kind is not open here.</summary>
    public sealed record KindClosed(Guid CardId) : Outcome;

    public sealed record ProxyNameMissing(Guid CardId) : Outcome;

    /// <summary>The persons answered for are not those of the session.</summary>
    public sealed record OtherPersons : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.AddPerson, async work =>
        {
            var persons = await work.Context.SessionPersons.Where(row => row.SecretHash == request.SessionHash).OrderBy(row => row.Ordinal).ToListAsync(cancellationToken);
            // Of a kind without a card nothing is asked.
            persons.RemoveAll(person => person.CardId is null);
            var outcome = await AnswerAsync(work, request, persons, cancellationToken);
            if (outcome is Answered) work.Record("Answered", persons[0].CardId, others: persons.Select(person => person.CardId).OfType<Guid>());
            else work.Abandon();
            return outcome;
        }, cancellationToken: cancellationToken);

    private async Task<Outcome> AnswerAsync(Work work, Request request, List<SessionPerson> persons, CancellationToken cancellationToken)
    {
        var answers = request.Persons.Where(person => person.CardId is not null).DistinctBy(person => person.CardId).ToDictionary(person => person.CardId!.Value); // has one
        if (persons.Count == 0 || answers.Count != persons.Count || !persons.TrueForAll(person => answers.ContainsKey(person.CardId!.Value))) return new OtherPersons();
        var rules = await BookingRules.LoadAsync(work.Context, work.Now, cancellationToken);
        foreach (var person in persons)
        {
            var cardId = person.CardId!.Value; // those without are left out, see above
            var (kind, proxyName) = (answers[cardId].RecipientKind, answers[cardId].ProxyName);
            if (!rules.IsOpen(kind)) return new KindClosed(cardId);
            // A name given before stays: it is never shown again, so nobody has to type it twice.
            if (kind.NeedsProxyName() && proxyName is null && person.ProxyKanaName is null) return new ProxyNameMissing(cardId);
            person.RecipientKind = kind;
            person.ProxyKanaName = !kind.NeedsProxyName() ? null : proxyName is null ? person.ProxyKanaName : ProxyNames.SealInSession(keys, person, proxyName);
        }

        var ids = answers.Keys.ToList();
        var amended = await work.Context.Cards.Where(card => ids.Contains(card.Id) && card.AmendmentNeeded).Select(card => card.Id).ToListAsync(cancellationToken);
        return new Answered(answers.Sum(answer => rules.MinutesOf(answer.Value.RecipientKind, amended.Contains(answer.Key))));
    }
}
