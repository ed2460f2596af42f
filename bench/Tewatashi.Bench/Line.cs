using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace Tewatashi.Bench;

/// <summary>
/// One visitor's connection over HTTP/1.1, kept open, waiting on a thread of its own: as little work as can be between the requests, because it
/// takes from the same cores as the program that is measured.
/// </summary>
internal sealed class Line : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] buffer = new byte[64 * 1024];
    private int length;

    public Line(Uri address) => socket.Connect(IPAddress.Loopback, address.Port);

    public int Status { get; private set; }

    /// <summary>Head and body of the last answer.</summary>
    public ReadOnlySpan<byte> Answer => buffer.AsSpan(0, length);

    public bool Says(ReadOnlySpan<byte> text) => Answer.IndexOf(text) >= 0;

    /// <returns>Status of the answer.</returns>
    public int Ask(ReadOnlySpan<byte> request)
    {
        while (request.Length > 0) request = request[socket.Send(request)..];
        length = 0;
        var needed = int.MaxValue;
        var chunked = false;
        while (length < needed && !(chunked && Answer.EndsWith("\r\n0\r\n\r\n"u8)))
        {
            if (length == buffer.Length) Array.Resize(ref buffer, length * 2);
            var read = socket.Receive(buffer.AsSpan(length));
            if (read == 0) throw new IOException("The face hung up.");
            length += read;
            if (needed != int.MaxValue || chunked || Answer.IndexOf("\r\n\r\n"u8) is var head && head < 0) continue;
            (needed, chunked) = Extent(Answer[..head], head + 4);
        }

        return Status;
    }

    public void Dispose() => socket.Dispose();

    private (int Needed, bool Chunked) Extent(ReadOnlySpan<byte> head, int body)
    {
        Status = Number(head[9..12]);
        var at = head.IndexOf("Content-Length: "u8);
        if (at < 0) return head.IndexOf("Transfer-Encoding: chunked"u8) < 0 ? (body, false) : (int.MaxValue, true);
        return (body + Number(head[(at + 16)..]), false);
    }

    private static int Number(ReadOnlySpan<byte> text) => Utf8Parser.TryParse(text, out int number, out _) ? number : throw new IOException("No HTTP.");
}
