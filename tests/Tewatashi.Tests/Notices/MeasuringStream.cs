namespace Tewatashi.Tests.Notices;

/// <summary>Swallows what is written and remembers how much was reachable in memory at the worst moment.</summary>
internal sealed class MeasuringStream : Stream
{
    public long Written { get; private set; }
    public long Peak { get; private set; }

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count)
    {
        Written += count;
        Peak = Math.Max(Peak, GC.GetTotalMemory(forceFullCollection: true));
    }
}
