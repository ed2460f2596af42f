using Microsoft.EntityFrameworkCore;

namespace Tewatashi.Data;

/// <summary>A connection opened for a context that only reads, given back at the end: the context itself goes on to serve others.</summary>
internal sealed class OpenConnection(TewatashiContext context, IAsyncDisposable? transaction = null) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        if (transaction is not null) await transaction.DisposeAsync();
        await context.Database.CloseConnectionAsync();
    }
}
