using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;

namespace Tewatashi.Municipalities;

/// <summary>The wording that counts now, of every text.</summary>
[UseCase(UsedBy.Both | UsedBy.Worker)]
public sealed class MunicipalityTexts(Database database)
{
    public Task<IReadOnlyDictionary<TextKey, MunicipalityText>> CurrentAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, context => CurrentAsync(context, cancellationToken), cancellationToken);

    /// <summary>The same inside a use case's transaction.</summary>
    public static async Task<IReadOnlyDictionary<TextKey, MunicipalityText>> CurrentAsync(TewatashiContext context, CancellationToken cancellationToken)
    {
        var rows = await context.Texts.AsNoTracking()
            .Where(row => row.Revision == context.Texts.Where(other => other.Key == row.Key).Max(other => other.Revision))
            .ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.Key);
    }
}
