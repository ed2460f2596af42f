using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Reservations;

/// <summary>Shows staff the visit of a 予約番号, or of its id; ended ones too.</summary>
[UseCase(UsedBy.Staff)]
public sealed class FindVisit(Database database)
{
    /// <summary>One of the two is given.</summary>
    public sealed record Request(ReservationNumber? Number, Guid? VisitId);

    /// <summary>Null where there is none.</summary>
    public Task<VisitView?> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.ViewReservation, async work =>
        {
            var id = request.VisitId ?? await work.Context.Visits.Where(row => row.ReservationNumber == request.Number).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancellationToken);
            var rules = await BookingRules.LoadAsync(work.Context, work.Now, cancellationToken);
            var view = id is { } visitId ? await VisitViews.ViewAsync(work, visitId, rules, cancellationToken) : null;
            if (view is null) work.Abandon();
            else work.Record("Shown", view.Visit.Id, others: view.Persons.Select(person => person.CardId).OfType<Guid>());
            return view;
        }, cancellationToken: cancellationToken);
}
