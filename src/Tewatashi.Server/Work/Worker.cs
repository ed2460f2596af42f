using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Mail;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Closures;
using Tewatashi.Reservations.Letters;
using Tewatashi.Reservations.Waiting;
using Tewatashi.Web.Hosting;

namespace Tewatashi.Server.Work;

/// <summary>
/// The work that nobody waits for, in the worker's own role: mails out of the outbox every second, freed seats to
/// those who wait every few; lapsed holds, visits that nobody
/// came to, the 当日控え of the morning, reminders and the erasure of addresses every minute. Nothing depends on it but mail: a lapsed hold is free for the next taker without it.
/// </summary>
internal sealed partial class Worker : IAsyncDisposable
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TidyRound = TimeSpan.FromMinutes(1);
    private readonly ServiceProvider services;
    private readonly IMailTransport transport;
    private readonly string? residentUrl;
    private readonly ILogger<Worker> log;

    /// <param name="residentUrl">For links in mails where a municipality has not set its own address; null: such mails wait.</param>
    public Worker(FaceGivens givens, IConfiguration configuration, string? residentUrl)
    {
        this.residentUrl = residentUrl;
        transport = MailTransports.From(configuration, givens.Installation);
        services = new ServiceCollection()
            .AddTewatashi(givens.Installation, givens.Provider, DatabaseRole.Worker, UsedBy.Worker, givens.Clock)
            .AddLogging(logging => logging.AddSimpleConsole(console => console.SingleLine = true))
            .Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
            .Configure<LoggerFilterOptions>(filter => filter.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning))
            .BuildServiceProvider();
        log = services.GetRequiredService<ILogger<Worker>>();
    }

    public Task RunAsync(CancellationToken cancellationToken) => Task.WhenAll(
        GoRoundAsync(Round, SendMailsAsync, cancellationToken),
        GoRoundAsync(Round, services.GetRequiredService<OfferRounds>().RunAsync, cancellationToken),
        GoRoundAsync(TidyRound, TidyAsync, cancellationToken));

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private async Task SendMailsAsync(CancellationToken cancellationToken)
    {
        while (await services.GetRequiredService<MailSender>().SendDueAsync(transport, residentUrl, null, cancellationToken) > 0)
        {
        }
    }

    // Begun by someone whose program ended in between.
    private async Task FitSeatsAsync(CancellationToken cancellationToken)
    {
        var fit = services.GetRequiredService<FitSeats>();
        foreach (var municipality in await fit.LeftAsync(cancellationToken)) await fit.GoOnAsync(Caller.Worker(municipality), cancellationToken);
    }

    private async Task TidyAsync(CancellationToken cancellationToken)
    {
        await FitSeatsAsync(cancellationToken);
        foreach (var municipality in await services.GetRequiredService<MunicipalityDirectory>().AllAsync(cancellationToken))
        {
            var caller = Caller.Worker(municipality.Key);
            while (await services.GetRequiredService<EndExpiredHolds>().RunAsync(caller, cancellationToken) > 0)
            {
            }

            await services.GetRequiredService<Cards.ForgetSearches>().RunAsync(caller, cancellationToken);
            await services.GetRequiredService<Imports.Changes.ForgetChanges>().RunAsync(caller, cancellationToken);
            await services.GetRequiredService<HandOver.MarkNoShows>().RunAsync(caller, cancellationToken);
            await services.GetRequiredService<HandOver.MakeDaySheets>().RunAsync(caller, cancellationToken);
            await services.GetRequiredService<EndWaits>().RunAsync(caller, cancellationToken);
            while (await services.GetRequiredService<MakeReminders>().RunAsync(caller, cancellationToken) > 0)
            {
            }

            while (await services.GetRequiredService<EraseAddresses>().RunAsync(caller, cancellationToken) > 0)
            {
            }
        }
    }

    private async Task GoRoundAsync(TimeSpan pause, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var wait = pause;
            try
            {
                await work(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A database or mail server that is away for a while must not end the worker.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                RoundFailed(exception);
                wait = pause * 10;
            }

            await Task.Delay(wait, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of the worker failed; it goes on.")]
    private partial void RoundFailed(Exception exception);
}
