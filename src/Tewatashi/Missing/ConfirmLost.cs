using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Incidents;
using Tewatashi.Notices;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.Time;

namespace Tewatashi.Missing;

/// <summary>
/// 紛失確定: two people end a search without the card. The card is over, its notice opens nothing any more, and an incident begins, whose
/// clocks run from the day on which the card was missed. Refused while somebody is booked: they are told first.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class ConfirmLost(Database database)
{
    /// <param name="Wrongful">It may have been taken on purpose: the final report has more time.</param>
    public sealed record Request(Guid SearchId, bool Wrongful, SecondSignature Second);

    public abstract record Outcome;

    public sealed record Lost(Guid IncidentId) : Outcome;

    /// <summary>Somebody comes for it: the booking is cancelled with them on the telephone first.</summary>
    public sealed record StillBooked(LiveBooking Booking) : Outcome;

    /// <summary>It was found or confirmed before.</summary>
    public sealed record NotRunning : Outcome;

    /// <summary>The second person is the one who is signed in.</summary>
    public sealed record SamePerson : Outcome;

    /// <summary>The second person's user id or password is wrong, locked or may not do this.</summary>
    public sealed record SecondRefused : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        var second = await SecondPerson.ReadAsync(database, caller, request.Second, cancellationToken) ?? throw new InvalidOperationException("A signature was given.");
        return await database.WriteAsync(caller, OperationKind.ConfirmLost, work => ConfirmAsync(work, request, second, cancellationToken),
            (work, first) => FirstAsync(work, first, cancellationToken), cancellationToken);
    }

    private static async Task<Outcome> ConfirmAsync(Work work, Request request, SecondPerson second, CancellationToken cancellationToken)
    {
        var context = work.Context;
        if (await context.MissingCards.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.SearchId && row.EndedAt == null, cancellationToken) is not { } search) return work.Refuse(new NotRunning());
        if (await LiveBooking.OfAsync(context, search.CardId, cancellationToken) is { } booking && booking.Stands(work.Now)) return work.Refuse(new StillBooked(booking));
        switch (await second.StandsAsync(work, Permission.HandleIncidents, search.CardId, cancellationToken))
        {
            case SecondPerson.Answer.SamePerson: return new SamePerson();
            case SecondPerson.Answer.Refused: return new SecondRefused();
        }

        await Holds.StandingBookingAsync(work, search.CardId, cancellationToken);
        var card = await context.Cards.SingleAsync(row => row.Id == search.CardId, cancellationToken);
        if (!await work.StepAsync(card, CardStep.ConfirmLost, cancellationToken)) throw new PassingException();
        await work.EndSearchAsync(card.Id, MissingEnd.Lost, cancellationToken);
        await work.WithdrawNoticesAsync(card.Id, cancellationToken);
        var incident = await work.NewIncidentAsync(new(IncidentKind.CardLost, JapanTime.DateOf(search.StartedAt), request.Wrongful, card.Id, second.Id), cancellationToken);
        work.Record(nameof(Lost), card.Id, others: [search.Id, incident.Id, second.Id]);
        return new Lost(incident.Id);
    }

    private static async Task<Outcome> FirstAsync(Work work, AuditEntry first, CancellationToken cancellationToken) => first.Outcome switch
    {
        nameof(SamePerson) => new SamePerson(),
        SecondPerson.Wrong => new SecondRefused(),
        _ => new Lost(await work.Context.Incidents.Where(row => row.CardId == first.SubjectId).Select(row => row.Id).SingleAsync(cancellationToken)),
    };
}
