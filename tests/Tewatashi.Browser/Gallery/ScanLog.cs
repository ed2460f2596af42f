using System.Collections.Concurrent;

namespace Tewatashi.Browser.Gallery;

/// <summary>What the gallery's scan field sent, in the order of arrival.</summary>
public sealed class ScanLog
{
    private readonly ConcurrentQueue<string> received = new();

    public IReadOnlyList<string> Received => [.. received];

    public void Clear() => received.Clear();

    public void Add(string scan) => received.Enqueue(scan);
}
