using System.Collections.Concurrent;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Reservations.Outages;

/// <summary>The outage that runs in a municipality, for the line above every page: read once a second at most, whoever looks.</summary>
[UseCase(UsedBy.Both)]
public sealed class RunningOutage(Database database)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<MunicipalityCode, Reading> readings = new();

    private sealed record Reading(DateTimeOffset At, IReadOnlyList<OutageSpan> Spans);

    /// <summary>Null where none runs now.</summary>
    public async Task<OutageSpan?> RunAsync(MunicipalityCode municipality, CancellationToken cancellationToken)
    {
        var now = database.Clock.GetUtcNow();
        if (!readings.TryGetValue(municipality, out var reading) || (now - reading.At).Duration() >= Fresh)
        {
            reading = new Reading(now, await database.ReadAsync(municipality, context => OutageSpan.AllAsync(context, cancellationToken), cancellationToken));
            readings[municipality] = reading;
        }

        return reading.Spans.FirstOrDefault(span => span.Outage.IsRunning(now));
    }
}
