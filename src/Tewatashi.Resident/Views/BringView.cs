using Tewatashi.Municipalities;
using Tewatashi.Reservations;

namespace Tewatashi.Resident.Views;

/// <summary>What to bring: for each person by 受取人種別, then what the municipality says itself.</summary>
/// <param name="Things">By 受取人種別.</param>
/// <param name="Own">Lines of the municipality's own wording; none while it uses the standard one, which says the same as the list by person.</param>
public sealed record BringView(Municipality Office, IReadOnlyList<VisitPersonView> Persons, WhatToBring Things, IReadOnlyList<string> Own)
{
    public static async Task<BringView> OfAsync(PublicOffice texts, Municipality office, IReadOnlyList<VisitPersonView> persons, CancellationToken cancellationToken) =>
        new(office, persons, new WhatToBring(await texts.PapersAsync(office.Key, cancellationToken)), (await texts.TextAsync(office.Key, TextKey.WhatToBring, cancellationToken)).OwnLines);
}
