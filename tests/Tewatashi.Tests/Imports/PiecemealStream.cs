namespace Tewatashi.Tests.Imports;

/// <summary>Hands out a few bytes at a time, as a network does, and counts them.</summary>
internal sealed class PiecemealStream(byte[] content, int pieceSize, long repetitions = 1) : Stream
{
    private long _position;

    public long BytesRead => _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        if (content.Length == 0)
        {
            return 0;
        }

        var start = (int)(_position % content.Length);
        var left = content.Length * repetitions - _position;
        var piece = (int)Math.Min(Math.Min(Math.Min(buffer.Length, pieceSize), content.Length - start), left);
        content.AsSpan(start, piece).CopyTo(buffer);
        _position += piece;
        return piece;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        new(Read(buffer.Span));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
