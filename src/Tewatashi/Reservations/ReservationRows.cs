using Tewatashi.Data;
using Tewatashi.Data.Keys;

namespace Tewatashi.Reservations;

/// <summary>Writes a person into a visit.</summary>
internal static class ReservationRows
{
    public static void Add(Work work, KeyStore keys, Guid visitId, VisitPerson person, int ordinal, int minutes, ReservationState state)
    {
        var reservation = new Reservation
        {
            Municipality = work.Municipality,
            Id = Ids.New(),
            VisitId = visitId,
            CardId = person.CardId,
            KindId = person.KindId,
            Ordinal = ordinal,
            RecipientKind = person.RecipientKind,
            Minutes = minutes,
            State = state,
        };
        work.Context.Add(reservation);
        if (person.ProxyName is null || !person.RecipientKind.NeedsProxyName()) return;
        work.Context.Add(ProxyNames.Seal(keys, reservation, person.ProxyName, work.Now));
    }
}
