using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Resident.Resources;
using Tewatashi.Text;

namespace Tewatashi.Resident.Views;

/// <summary>What to bring: for each person by 受取人種別, then what the municipality says itself.</summary>
/// <param name="Things">By 受取人種別.</param>
/// <param name="Own">Lines of the municipality's own wording; none while it uses the standard one, which says the same as the list by person.</param>
public sealed record BringView(Municipality Office, IReadOnlyList<VisitPersonView> Persons, WhatToBring Things, IReadOnlyList<string> Own)
{
    /// <summary>Those who bring the same, in one list: what it is, and for whom.</summary>
    public IReadOnlyList<(string Who, IReadOnlyList<string> Things)> Lists =>
    [
        .. Persons.Select(person => (Person: person, Things: PersonWords.ToBring(person, Things))).GroupBy(row => string.Join('\n', row.Things))
            .Select(alike => (Who: alike.Select(row => PersonWords.Of(row.Person)).Aggregate((first, next) => ResidentTexts.PersonsTogether.Fill(first, next)), alike.First().Things)),
    ];

    public static async Task<BringView> OfAsync(PublicOffice texts, Municipality office, IReadOnlyList<VisitPersonView> persons, byte[]? setupMark, CancellationToken cancellationToken) =>
        new(office, persons, new WhatToBring(await texts.PapersAsync(office.Key, cancellationToken, setupMark)), (await texts.TextAsync(office.Key, TextKey.WhatToBring, cancellationToken, setupMark)).OwnLines);
}
