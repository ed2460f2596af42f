using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Imports;

/// <summary>An uploaded file from its first byte to its last, one piece in memory at a time.</summary>
internal sealed class ImportPartStream(Database database, ImportParts parts, MunicipalityCode municipality, Guid importId) : Stream
{
    private byte[] piece = [];
    private int used;
    private int next;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (used == piece.Length && !await NextAsync(cancellationToken)) return 0;
        var read = Math.Min(buffer.Length, piece.Length - used);
        piece.AsSpan(used, read).CopyTo(buffer.Span);
        used += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Pieces come from the database: read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private async Task<bool> NextAsync(CancellationToken cancellationToken)
    {
        var ordinal = next;
        var content = await database.ReadAsync(municipality, context => context.ImportParts.AsNoTracking()
            .Where(row => row.ImportId == importId && row.Ordinal == ordinal).Select(row => row.Content).SingleOrDefaultAsync(cancellationToken), cancellationToken);
        if (content is null) return false;
        piece = parts.Open(ordinal, content);
        used = 0;
        next++;
        return true;
    }
}
