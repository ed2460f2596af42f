using Tewatashi.Counters;

namespace Tewatashi.Reservations;

/// <summary>A visit as pages show it.</summary>
/// <param name="HoldExpiresAt">When the hold lapses; null once booked.</param>
/// <param name="ExtensionsLeft">How often the hold can still be extended.</param>
/// <param name="MaskedMail">The newest mail address given, masked; null where none was.</param>
/// <param name="ChangeableUntil">Until when, not included, it can be changed or cancelled on the internet.</param>
/// <param name="MostPersons">How many may come together here.</param>
/// <param name="CanChange">By whoever looks, now.</param>
/// <param name="LostBecause">Why the office closed its place; null where it did not, or gave no reason.</param>
/// <param name="HasPriority">It lost its place, and chooses before others: kept seats and the telephone's earliest day too.</param>
public sealed record VisitView(
    Visit Visit,
    Counter Counter,
    IReadOnlyList<VisitPersonView> Persons,
    DateTimeOffset? HoldExpiresAt,
    int ExtensionsLeft,
    string? MaskedMail,
    bool MailVerified,
    DateTimeOffset ChangeableUntil,
    bool CanChange,
    int MostPersons,
    bool HasPriority = false,
    string? LostBecause = null);
