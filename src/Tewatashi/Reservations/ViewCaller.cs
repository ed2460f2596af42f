using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Data.Keys;

namespace Tewatashi.Reservations;

/// <summary>Shows the telephone desk what a caller must say to prove that the card is theirs.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ViewCaller(Database database, KeyStore keys)
{
    /// <param name="KanaName">Null where the file gave none.</param>
    /// <param name="DispatchNumber">Null where it is no proof here.</param>
    public sealed record Shown(Guid CardId, SerialNumber SerialNumber, KanaName? KanaName, Birthday Birthday, DispatchNumber? DispatchNumber);

    public sealed record Request(Guid CardId);

    /// <summary>Null where there is no such card.</summary>
    public Task<Shown?> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.ViewCard, async work =>
        {
            var found = await work.Context.Cards.AsNoTracking().Where(row => row.Id == request.CardId)
                .Join(work.Context.Applicants, card => card.Id, applicant => applicant.CardId, (card, applicant) => new { Card = card, Applicant = applicant })
                .FirstOrDefaultAsync(cancellationToken);
            if (found is null)
            {
                work.Abandon();
                return null;
            }

            var proves = await work.Context.Settings.Select(row => row.DispatchNumberProves).SingleAsync(cancellationToken);
            var names = new ApplicantItems(keys, work.Municipality).Open(found.Applicant);
            work.Record("ShownToCaller", found.Card.Id);
            return new Shown(found.Card.Id, found.Card.SerialNumber, names.KanaName, names.Birthday, proves ? found.Card.DispatchNumber : null);
        }, cancellationToken: cancellationToken);
}
