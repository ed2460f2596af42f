using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Tewatashi.Data.Postgres;

/// <summary>
/// Rows in the binary form of PostgreSQL's COPY, gathered in rented memory. A value is its length in bytes and then itself,
/// numbers with their highest byte first; dates count from 2000.
/// </summary>
internal sealed class CopyRows : IDisposable
{
    // The signature that every such stream begins with, no flags, no further header.
    private static readonly byte[] Head = [.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0];

    private const int Rows = 64 * 1024;
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMillisecond / 1000;
    private static readonly int FirstDay = new DateOnly(2000, 1, 1).DayNumber;

    private byte[] bytes = ArrayPool<byte>.Shared.Rent(Rows + (Rows / 4));
    private int length;

    public CopyRows() => Put(Head);

    /// <summary>What was gathered; it is sent and then <see cref="Clear">cleared</see>.</summary>
    public ReadOnlyMemory<byte> Gathered => bytes.AsMemory(0, length);

    public bool IsFull => length >= Rows;

    public void Clear() => length = 0;

    public void BeginRow(int columns) => BinaryPrimitives.WriteInt16BigEndian(Take(2), (short)columns);

    public void End() => BinaryPrimitives.WriteInt16BigEndian(Take(2), -1);

    public void Write(string? value)
    {
        if (value is null)
        {
            WriteNull();
            return;
        }

        var target = Room(4 + Encoding.UTF8.GetMaxByteCount(value.Length));
        var written = Encoding.UTF8.GetBytes(value, target[4..]);
        BinaryPrimitives.WriteInt32BigEndian(target, written);
        length += 4 + written;
    }

    public void Write(byte[]? value)
    {
        if (value is null)
        {
            WriteNull();
            return;
        }

        BinaryPrimitives.WriteInt32BigEndian(Take(4), value.Length);
        Put(value);
    }

    public void Write(Guid? value)
    {
        if (value is { } id) id.TryWriteBytes(Value(16), bigEndian: true, out _);
        else WriteNull();
    }

    public void Write(bool? value)
    {
        if (value is { } truth) Value(1)[0] = truth ? (byte)1 : (byte)0;
        else WriteNull();
    }

    public void Write(int? value)
    {
        if (value is { } number) BinaryPrimitives.WriteInt32BigEndian(Value(4), number);
        else WriteNull();
    }

    public void Write(long? value)
    {
        if (value is { } number) BinaryPrimitives.WriteInt64BigEndian(Value(8), number);
        else WriteNull();
    }

    public void Write(DateOnly? value) => Write(value?.DayNumber - FirstDay);

    public void Write(TimeOnly? value) => Write(value?.Ticks / TicksPerMicrosecond);

    public void Dispose()
    {
        // What is sealed may lie in memory that others rent; wiping it costs nothing beside sealing it.
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
    }

    private void WriteNull() => BinaryPrimitives.WriteInt32BigEndian(Take(4), -1);

    private Span<byte> Value(int size)
    {
        BinaryPrimitives.WriteInt32BigEndian(Take(4), size);
        return Take(size);
    }

    private void Put(ReadOnlySpan<byte> value) => value.CopyTo(Take(value.Length));

    private Span<byte> Take(int size)
    {
        var target = Room(size)[..size];
        length += size;
        return target;
    }

    private Span<byte> Room(int size)
    {
        if (bytes.Length - length < size)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, length + size));
            Gathered.Span.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = larger;
        }

        return bytes.AsSpan(length);
    }
}
