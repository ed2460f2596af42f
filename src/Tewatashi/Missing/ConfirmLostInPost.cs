using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Cards.Receiving;
using Tewatashi.Data;
using Tewatashi.Incidents;
using Tewatashi.Staff;
using Tewatashi.Time;

namespace Tewatashi.Missing;

/// <summary>
/// 配送中の紛失: the maker sent a card, and it never came. Two people end the 不足 of its delivery with 紛失確定, and an incident begins, whose clocks run from the
/// day on which the delivery was found short.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class ConfirmLostInPost(Database database)
{
    private const int Attempts = 4;

    /// <param name="Wrongful">It may have been taken on purpose: the final report has more time.</param>
    public sealed record Request(Guid ShipmentId, Guid FindingId, bool Wrongful, SecondSignature Second);

    public abstract record Outcome;

    public sealed record Lost(Guid IncidentId) : Outcome;

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
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await database.WriteAsync(caller, OperationKind.ConfirmLostInPost, work => ConfirmAsync(work, request, second, cancellationToken),
                    (work, first) => FirstAsync(work, first, cancellationToken), cancellationToken);
            }
            catch (AlreadyThereException exception) when (exception.Index is Incident.Numbered && attempt < Attempts)
            {
                // Another incident took the number at the same moment.
            }
        }
    }

    private static async Task<Outcome> ConfirmAsync(Work work, Request request, SecondPerson second, CancellationToken cancellationToken)
    {
        if (await work.UndeliveredAsync(request.ShipmentId, request.FindingId, cancellationToken) is not (var finding, var card)) return work.Refuse(new NotFound());
        if (finding.EndReason is { } how) return work.Refuse(new AlreadySettled(how));
        switch (await second.StandsAsync(work, Permission.HandleIncidents, card.Id, cancellationToken))
        {
            case SecondPerson.Answer.SamePerson: return new SamePerson();
            case SecondPerson.Answer.Refused: return new SecondRefused();
        }

        // Scanned in at the table this very moment, it is here: the next look finds the difference settled.
        if (!await work.StepAsync(card, CardStep.ConfirmLost, cancellationToken) || !await work.MoveAsync(card, PlaceStep.LoseInPost, Place.Missing, cancellationToken)) throw new PassingException();
        await work.EndUndeliveredAsync(finding, ShipmentFindingEnd.LostInPost, second.Id, cancellationToken);
        var incident = await work.NewIncidentAsync(new(IncidentKind.CardLost, JapanTime.DateOf(finding.FoundAt), request.Wrongful, card.Id, second.Id), cancellationToken);
        work.Record(nameof(Lost), card.Id, others: [request.ShipmentId, incident.Id, second.Id]);
        return new Lost(incident.Id);
    }

    private static async Task<Outcome> FirstAsync(Work work, AuditEntry first, CancellationToken cancellationToken) => first.Outcome switch
    {
        nameof(SamePerson) => new SamePerson(),
        SecondPerson.Wrong => new SecondRefused(),
        _ => new Lost(await work.Context.Incidents.Where(row => row.CardId == first.SubjectId && row.Kind == IncidentKind.CardLost).Select(row => row.Id).SingleAsync(cancellationToken)),
    };
}
