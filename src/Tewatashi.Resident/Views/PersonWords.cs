using Tewatashi.Reservations;
using Tewatashi.Resident.Resources;
using Tewatashi.Text;

namespace Tewatashi.Resident.Views;

/// <summary>A person of a visit without a name: 「1人目(下4けた 1234)」, or 「2人目(電子証明書更新)」 where no card is needed.</summary>
internal static class PersonWords
{
    public static string Of(VisitPersonView person) => Of(person.Ordinal, person.LastFour, person.Kind?.Name);

    public static string Of(ViewSession.Person person) => Of(person.Ordinal, person.LastFour, person.Kind?.Name);

    /// <summary>Who comes, in a resident's words: of a kind without a card nobody asks.</summary>
    public static string WhoComes(VisitPersonView person) => person.CardId is null ? person.Kind?.Name ?? "" : KindWords.Of(person.RecipientKind);

    public static IReadOnlyList<string> ToBring(VisitPersonView person, WhatToBring things) =>
        person.Kind is { } kind ? kind.ThingsToBring : things.ForBooked(person.RecipientKind, person.AmendmentNeeded);

    private static string Of(int ordinal, string lastFour, string? kind) =>
        lastFour.Length == 0 && kind is not null ? ResidentTexts.PersonOfKind.Fill(ordinal, kind) : ResidentTexts.LastFour.Fill(ordinal, lastFour);
}
