namespace Tewatashi.Reservations;

/// <summary>Why one person cannot come for one card.</summary>
internal static class PersonRefusal
{
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
