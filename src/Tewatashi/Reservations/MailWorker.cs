using System.Data.Common;
using Microsoft.Extensions.Logging;
using Tewatashi.Data;
using Tewatashi.Mail;

namespace Tewatashi.Reservations;

/// <summary>Looks for due mails again and again, until told to stop. A failure of the database is waited out.</summary>
[UseCase(UsedBy.Worker)]
public sealed partial class MailWorker(MailSender sender, ILogger<MailWorker> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(15);

    /// <param name="residentUrl">The resident face where a municipality has not set its address.</param>
    public async Task RunAsync(IMailTransport transport, string? residentUrl, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var taken = await sender.SendDueAsync(transport, residentUrl, only: null, stopping);
                if (taken == 0) await Task.Delay(Pause, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is DbException or TimeoutException or IOException or UnauthorizedAccessException)
            {
                LogFailed(failure);
                await Task.Delay(PauseAfterFailure, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The outbox could not be worked on; trying again soon.")]
    private partial void LogFailed(Exception failure);
}
