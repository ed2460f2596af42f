using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;

namespace Tewatashi.HandOver.PinForms;

/// <summary>Takes a 暗証番号設定依頼書 into custody: the form was sealed and the label of its card scanned. What stands on it is never typed.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ReceivePinForm(Database database)
{
    public sealed record Request(SerialNumber Label, Guid CounterId, PinFormReason Reason);

    public abstract record Outcome;

    public sealed record Received(Guid FormId, string LastFour) : Outcome;

    /// <summary>A form of this card lies in custody already.</summary>
    public sealed record AlreadyThere(string LastFour) : Outcome;

    public sealed record UnknownCard : Outcome;

    /// <summary>The card is no longer ours: nothing is left to set.</summary>
    public sealed record Over(string LastFour) : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        try
        {
            return await database.WriteAsync(caller with { OperationId = null }, OperationKind.KeepPinForm, work => ReceiveAsync(work, request, cancellationToken), cancellationToken: cancellationToken);
        }
        catch (AlreadyThereException exception) when (exception.Index is PinForm.OneInCustody)
        {
            return new AlreadyThere(request.Label.LastFour); // scanned by two at the same moment
        }
    }

    private static async Task<Outcome> ReceiveAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        if (await work.Context.Cards.AsNoTracking().SingleOrDefaultAsync(row => row.SerialNumber == request.Label, cancellationToken) is not { } card) return work.Refuse<Outcome>(new UnknownCard());
        if (card.Progress.IsOver()) return work.Refuse<Outcome>(new Over(card.SerialNumber.LastFour));
        if (await work.Context.PinForms.AnyAsync(row => row.CardId == card.Id && row.EndedAt == null, cancellationToken)) return work.Refuse<Outcome>(new AlreadyThere(card.SerialNumber.LastFour));
        var form = new PinForm
        {
            Municipality = work.Municipality,
            Id = Ids.New(),
            CardId = card.Id,
            CounterId = request.CounterId,
            Reason = request.Reason,
            State = PinFormState.Sealed,
            ReceivedAt = work.Now,
        };
        work.Context.Add(form);
        work.Context.Add(MovePinForm.Move(work, form.Id, PinFormStep.Receive, null));
        work.Record("Received", card.Id, request.Reason.ToString(), [form.Id]);
        return new Received(form.Id, card.SerialNumber.LastFour);
    }
}
