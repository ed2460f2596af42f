using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Notices;
using Tewatashi.Reservations;
using Tewatashi.Staff;

namespace Tewatashi.Disposal;

/// <summary>
/// J-LISへ返送: a card on 保留 as 券面・IC不良 leaves for its maker, its label scanned, a reason given and a second person beside. Refused while
/// somebody is booked: the 保留 has put them on the call list.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class ReturnToMaker(Database database)
{
    /// <param name="Label">製造管理番号 scanned from the sleeve.</param>
    public sealed record Request(Guid CardId, SerialNumber Label, MakerReturnReason Reason, SecondSignature Second);

    public abstract record Outcome;

    public sealed record Returned : Outcome;

    public sealed record WrongCard : Outcome;

    /// <summary>Not on 保留 as 券面・IC不良, or over already.</summary>
    public sealed record NotDefective(CardProgress Progress, Suspension? Suspension) : Outcome;

    /// <summary>Missing, on its way or otherwise not here.</summary>
    public sealed record NotHere(PlaceKind Kind) : Outcome;

    public sealed record StillBooked(LiveBooking Booking) : Outcome;

    /// <summary>The second person is the one who is signed in.</summary>
    public sealed record SamePerson : Outcome;

    /// <summary>The second person's user id or password is wrong, locked or may not do this.</summary>
    public sealed record SecondRefused : Outcome;

    public sealed record NotFound : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        var second = await SecondPerson.ReadAsync(database, caller, request.Second, cancellationToken) ?? throw new InvalidOperationException("A signature was given.");
        return await database.WriteAsync(caller, OperationKind.ReturnToMaker, work => ReturnAsync(work, request, second, cancellationToken), (_, first) => Task.FromResult<Outcome>(first.Outcome switch
        {
            nameof(SamePerson) => new SamePerson(),
            SecondPerson.Wrong => new SecondRefused(),
            _ => new Returned(),
        }), cancellationToken);
    }

    private static async Task<Outcome> ReturnAsync(Work work, Request request, SecondPerson second, CancellationToken cancellationToken)
    {
        if (await work.Context.Cards.SingleOrDefaultAsync(row => row.Id == request.CardId, cancellationToken) is not { } card) return work.Refuse(new NotFound());
        if (card.SerialNumber != request.Label)
        {
            work.AbandonRecording(nameof(WrongCard), card.Id);
            return new WrongCard();
        }

        if (card.Suspension != Suspension.Defective || !CardMachine.Progress.Allows(card.Progress, CardStep.ReturnToMaker)) return work.Refuse(new NotDefective(card.Progress, card.Suspension));
        if (!PlaceMachine.Places.Allows(card.PlaceKind, PlaceStep.ReturnToMaker)) return work.Refuse(new NotHere(card.PlaceKind));
        if (await LiveBooking.OfAsync(work.Context, card.Id, cancellationToken) is { } booking && booking.Stands(work.Now)) return work.Refuse(new StillBooked(booking));
        switch (await second.StandsAsync(work, Permission.DisposeCards, card.Id, cancellationToken))
        {
            case SecondPerson.Answer.SamePerson: return new SamePerson();
            case SecondPerson.Answer.Refused: return new SecondRefused();
        }

        await Holds.StandingBookingAsync(work, card.Id, cancellationToken);
        if (!await work.StepAsync(card, CardStep.ReturnToMaker, cancellationToken)
            || !await work.MoveAsync(card, PlaceStep.ReturnToMaker, Place.WithMaker, cancellationToken)) throw new PassingException();
        await work.WithdrawNoticesAsync(card.Id, cancellationToken);
        work.Context.Add(new MakerReturn
        {
            Municipality = work.Municipality,
            CardId = card.Id,
            Reason = request.Reason,
            At = work.Now,
            StaffMemberId = Guid.Parse(work.Caller.Actor.Id),
            SecondId = second.Id,
        });
        work.Record("ReturnedToMaker", card.Id, request.Reason.ToString(), [second.Id]);
        return new Returned();
    }
}
