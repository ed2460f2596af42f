using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Reservations;

/// <summary>The municipality's rules of booking as they are now, for pages.</summary>
[UseCase(UsedBy.Both)]
public sealed class ReadBookingRules(Database database)
{
    public Task<BookingRules> RunAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, context => BookingRules.LoadAsync(context, database.Clock.GetUtcNow(), cancellationToken), cancellationToken);
}
