namespace Tewatashi.Papers.Drawing;

/// <summary>
/// Takes what the PDF writer emits while it draws a page, and hands it on between pages: the writer knows only blocking
/// writes, a web answer takes only awaited ones, and nothing of earlier pages may pile up.
/// </summary>
internal sealed class PageBuffer : Stream
{
    private readonly MemoryStream pending = new();
    private long handedOn;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => handedOn + pending.Length;

    /// <summary>Bytes written since the beginning: the PDF's table of objects counts on it.</summary>
    public override long Position
    {
        get => Length;
        set => throw new NotSupportedException();
    }

    /// <summary>What has not been handed on yet.</summary>
    public ReadOnlySpan<byte> Pending => pending.GetBuffer().AsSpan(0, (int)pending.Length);

    public async Task HandOnAsync(Stream destination, CancellationToken cancellationToken)
    {
        await destination.WriteAsync(pending.GetBuffer().AsMemory(0, (int)pending.Length), cancellationToken);
        handedOn += pending.Length;
        pending.SetLength(0);
    }

    public override void Write(byte[] buffer, int offset, int count) => pending.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => pending.Write(buffer);

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
