using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Cards;

/// <summary>The id under which a card lies, for an address that must not hold its 製造管理番号. Shows nothing of the card.</summary>
[UseCase(UsedBy.Staff)]
public sealed class FindCardId(Database database)
{
    /// <summary>Null where there is no such card.</summary>
    public Task<Guid?> RunAsync(MunicipalityCode municipality, SerialNumber serialNumber, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, context => context.Cards.Where(row => row.SerialNumber == serialNumber)
            .Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancellationToken), cancellationToken);

    /// <summary>製造管理番号 of cards named by the log; a card that is no more has none.</summary>
    public async Task<IReadOnlyDictionary<Guid, SerialNumber>> SerialNumbersAsync(
        MunicipalityCode municipality, IReadOnlyCollection<Guid> cardIds, CancellationToken cancellationToken) =>
        await database.ReadAsync(municipality, context => context.Cards.Where(row => cardIds.Contains(row.Id))
            .Select(row => new { row.Id, row.SerialNumber }).ToDictionaryAsync(row => row.Id, row => row.SerialNumber, cancellationToken), cancellationToken);
}
