using System.Diagnostics;
using System.Text;

namespace Tewatashi.Bench;

/// <summary>A visitor who opens the same page, as often in a row as it says.</summary>
internal sealed class PageClient(Uri address, int status = 200, int inARow = 1) : Crowd.IClient
{
    private readonly Line line = new(address);
    private readonly byte[] request = Encoding.ASCII.GetBytes($"GET {address.PathAndQuery} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");

    public bool Act(List<double> took, long begun)
    {
        for (var i = 0; i < inARow; i++)
        {
            if (line.Ask(request) != status) throw new InvalidOperationException($"{address} answered:\n{Encoding.UTF8.GetString(line.Answer)}");
            took.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            begun = Stopwatch.GetTimestamp();
        }

        return true;
    }

    public void Dispose() => line.Dispose();
}
