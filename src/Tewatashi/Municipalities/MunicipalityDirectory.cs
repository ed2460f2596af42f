using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;

namespace Tewatashi.Municipalities;

/// <summary>The municipalities of this installation, by today's code. Kept for a minute: it changes at mergers.</summary>
[UseCase(UsedBy.Both | UsedBy.Worker)]
public sealed class MunicipalityDirectory(Database database)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private volatile Reading? last;

    private sealed record Reading(DateTimeOffset At, IReadOnlyList<Municipality> All);

    public async Task<IReadOnlyList<Municipality>> AllAsync(CancellationToken cancellationToken)
    {
        var now = database.Clock.GetUtcNow();
        if (last is { } reading && (now - reading.At).Duration() < Fresh) return reading.All;
        return await ReadAsync(now, cancellationToken);
    }

    /// <summary>Null where no such municipality is served here.</summary>
    public async Task<Municipality?> FindAsync(MunicipalityCode code, CancellationToken cancellationToken)
    {
        var found = (await AllAsync(cancellationToken)).FirstOrDefault(row => row.Code == code);
        return found ?? (await ReadAsync(database.Clock.GetUtcNow(), cancellationToken)).FirstOrDefault(row => row.Code == code);
    }

    private async Task<IReadOnlyList<Municipality>> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var all = await database.ReadAsync(null, context => context.Municipalities.AsNoTracking().OrderBy(row => row.Key).ToListAsync(cancellationToken), cancellationToken);
        last = new Reading(now, all);
        return all;
    }
}
