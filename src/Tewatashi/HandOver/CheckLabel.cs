using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;

namespace Tewatashi.HandOver;

/// <summary>
/// The first step at the gate: whether the scanned label is that of the reservation's card. Said at once, before anything else is typed; a
/// wrong label is recorded. The hand-over itself asks again.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class CheckLabel(Database database)
{
    public sealed record Request(Guid ReservationId, SerialNumber Label);

    public abstract record Outcome;

    public sealed record Right : Outcome;

    public sealed record WrongCard : Outcome;

    public sealed record Stopped(GateStop Stop) : Outcome;

    public sealed record NotFound : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller with { OperationId = null }, OperationKind.HandOverCard, async work =>
        {
            if (await Gate.FindAsync(work.Context, request.ReservationId, cancellationToken) is not { } gate)
            {
                work.Abandon();
                return new NotFound();
            }

            if (gate.Card.SerialNumber != request.Label)
            {
                work.AbandonRecording(nameof(WrongCard), gate.Reservation.Id);
                return new WrongCard();
            }

            if (gate.Stop is { } stop)
            {
                work.AbandonRecording(nameof(Stopped), gate.Reservation.Id, stop.ToString());
                return new Stopped(stop);
            }

            work.Abandon();
            return new Right();
        }, cancellationToken: cancellationToken);
}
