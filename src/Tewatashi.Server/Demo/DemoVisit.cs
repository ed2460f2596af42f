using Tewatashi.Reservations;

namespace Tewatashi.Server.Demo;

/// <summary>A booking of the demonstration.</summary>
/// <param name="Cards">The one who booked first, then those who come along.</param>
internal sealed record DemoVisit(Guid Id, ReservationNumber Number, string Counter, DateOnly Day, TimeOnly StartsAt, IReadOnlyList<DemoCard> Cards);
