using Tewatashi.Municipalities;
using Tewatashi.Reservations.Kinds;

namespace Tewatashi.Reservations;

/// <summary>Why one person cannot come.</summary>
internal static class PersonRefusal
{
    /// <param name="ownVisitId">The hold or visit of the one who books: it does not stand in its own way.</param>
    /// <param name="counter">Where they would come.</param>
    public static BookingRefusal? Of(
        VisitPerson person, IReadOnlyDictionary<Guid, BookableCard> cards, KindRules kinds, CounterCode counter, Channel channel, BookingRules rules, Guid? ownVisitId)
    {
        if (kinds.WhyNot(person, channel, counter) is { } closed) return closed;
        return person.CardId is { } cardId ? Of(person, cards.GetValueOrDefault(cardId), channel, rules, ownVisitId) : null;
    }

    /// <param name="card">Null where there is no such card.</param>
    /// <param name="ownVisitId">The hold or visit of the one who books: it does not stand in its own way.</param>
    public static BookingRefusal? Of(VisitPerson person, BookableCard? card, Channel channel, BookingRules rules, Guid? ownVisitId)
    {
        if (card is null) return BookingRefusal.Unknown;
        if (card.WhyNot(channel, rules.Now, ownVisitId) is { } why) return why;
        if (!rules.IsOpen(person.RecipientKind)) return BookingRefusal.RecipientKindClosed;
        return person.RecipientKind.NeedsProxyName() && person.ProxyName is null ? BookingRefusal.ProxyNameMissing : null;
    }
}
