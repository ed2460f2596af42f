using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Staff;

namespace Tewatashi.HandOver.Closings;

/// <summary>
/// Says why cards stay in the tray over the night: the next day's all at once by whoever is signed in, any other one by one and with a second
/// person. A card that was explained keeps its reason.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class KeepInTray(Database database)
{
    /// <param name="CardId">Null: every card of the next day's visits, and then the reason is <see cref="KeptReason.NextDay"/>.</param>
    public sealed record Request(Guid CounterId, DateOnly Day, Guid? CardId, KeptReason Reason, SecondSignature? Second = null);

    public abstract record Outcome;

    public sealed record Kept(int Cards) : Outcome;

    /// <summary>No such card lies in the tray without a reason.</summary>
    public sealed record Nothing : Outcome;

    /// <summary>Nobody comes for it on the next day: another reason is needed.</summary>
    public sealed record NotForNextDay : Outcome;

    /// <summary>Nobody else has signed.</summary>
    public sealed record SecondNeeded : Outcome;

    public sealed record SamePerson : Outcome;

    public sealed record SecondRefused : Outcome;

    /// <summary>The counter's day is closed already.</summary>
    public sealed record DayClosed : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        var second = await SecondPerson.ReadAsync(database, caller, request.Second, cancellationToken);
        return await database.WriteAsync(caller with { OperationId = null }, OperationKind.KeepInTray, work => KeepAsync(work, request, second, cancellationToken), cancellationToken: cancellationToken);
    }

    private static async Task<Outcome> KeepAsync(Work work, Request request, SecondPerson? second, CancellationToken cancellationToken)
    {
        var nextDay = request.CardId is null || request.Reason == KeptReason.NextDay;
        await work.TakeTurnAsync(request.CounterId, cancellationToken);
        if (await CounterTurn.IsClosedAsync(work.Context, request.CounterId, request.Day, cancellationToken)) return work.Refuse<Outcome>(new DayClosed());
        var open = (await ReadClosing.TrayAsync(work.Context, request.CounterId, request.Day, cancellationToken))
            .FindAll(line => line.Kept is null && (request.CardId is null ? line.ForNextDay : line.Card.CardId == request.CardId));
        if (open.Count == 0) return work.Refuse<Outcome>(new Nothing());
        if (nextDay && open.Exists(line => !line.ForNextDay)) return work.Refuse<Outcome>(new NotForNextDay());
        if (!nextDay)
        {
            if (second is null) return work.Refuse<Outcome>(new SecondNeeded());
            switch (await second.StandsAsync(work, Permission.HandOver, open[0].Card.CardId, cancellationToken))
            {
                case SecondPerson.Answer.SamePerson: return new SamePerson();
                case SecondPerson.Answer.Refused: return new SecondRefused();
            }
        }

        foreach (var line in open)
        {
            work.Context.Add(new KeptCard
            {
                Municipality = work.Municipality,
                Id = Ids.New(),
                CounterId = request.CounterId,
                Day = request.Day,
                CardId = line.Card.CardId,
                Reason = nextDay ? KeptReason.NextDay : request.Reason,
                At = work.Now,
                SignedBy = Guid.Parse(work.Caller.Actor.Id),
                SecondId = nextDay ? null : second?.Id,
            });
        }

        var cards = open.Select(line => line.Card.CardId);
        work.Record("Kept", request.CounterId, $"{request.Day:yyyy-MM-dd} {(nextDay ? KeptReason.NextDay : request.Reason)}", nextDay || second is null ? cards : cards.Append(second.Id));
        return new Kept(open.Count);
    }
}
