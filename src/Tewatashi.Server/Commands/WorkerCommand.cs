using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Tewatashi.Data;
using Tewatashi.Server.Work;
using Tewatashi.Web.Hosting;

namespace Tewatashi.Server.Commands;

/// <summary><c>worker</c>: mail and tidying, alone, until the process is told to stop.</summary>
internal static class WorkerCommand
{
    public static Command Make()
    {
        var command = new Command("worker", "メールの送信など、画面の外の仕事を続けます");
        command.Does(async (_, cancellationToken) =>
        {
            var installation = Office.Here();
            await using var provider = installation.NewProvider();
            if (await provider.WhyNotReadyAsync(DatabaseRole.Worker, cancellationToken) is { } reason) throw new RefusedException(reason);
            var clock = await Office.ClockAsync(installation, provider, cancellationToken);
            await using var worker = new Worker(new FaceGivens(installation, provider, clock), new ConfigurationBuilder().AddEnvironmentVariables().Build(), residentUrl: null);
            await worker.RunAsync(cancellationToken);
            return 0;
        });
        return command;
    }
}
