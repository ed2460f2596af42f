using Tewatashi.Counters;

namespace Tewatashi.Reservations.Waiting;

/// <summary>An open offer as pages show it.</summary>
public sealed record OfferView(SeatOffer Offer, Visit Visit, Counter Counter);
