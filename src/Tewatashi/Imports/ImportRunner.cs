using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Tewatashi.Data;

namespace Tewatashi.Imports;

/// <summary>Goes round for uploaded imports that wait to be looked through or added, of every municipality, as long as the staff face runs.</summary>
[UseCase(UsedBy.Staff)]
public sealed partial class ImportRunner(Database database, WorkOnImport workOnImport, ILogger<ImportRunner> log)
{
    private const int AtATime = 10;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await RunDueAsync(cancellationToken);
                await Task.Delay(Round, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A database that is away for a while must not end the going round.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                RoundFailed(exception);
                await Task.Delay(Round * 10, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Does everything that is due now.</summary>
    public async Task RunDueAsync(CancellationToken cancellationToken)
    {
        var now = database.Clock.GetUtcNow();
        var due = await database.DirectoryAsync(context => context.WorkItems.AsNoTracking()
            .Where(row => row.DueAt <= now && (row.Kind == WorkKind.ReadImport || row.Kind == WorkKind.ApplyImport))
            .OrderBy(row => row.DueAt).Take(AtATime).ToListAsync(cancellationToken), cancellationToken);
        foreach (var item in due)
        {
            try
            {
                await workOnImport.RunAsync(item.Municipality, item.SubjectId, cancellationToken);
            }
#pragma warning disable CA1031 // One broken import must not keep the others waiting; its claim runs out and it is tried again.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                ImportFailed(exception, item.SubjectId);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {ImportId} failed; it is tried again when its claim has run out.")]
    private partial void ImportFailed(Exception exception, Guid importId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking for imports failed.")]
    private partial void RoundFailed(Exception exception);
}
