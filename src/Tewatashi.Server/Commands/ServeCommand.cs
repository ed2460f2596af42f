using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Tewatashi.Data;
using Tewatashi.Resident;
using Tewatashi.Server.Work;
using Tewatashi.Staff;
using Tewatashi.Web.Hosting;

namespace Tewatashi.Server.Commands;

/// <summary><c>serve</c>: both faces and the worker in one process, for evaluation. Production runs each face as a program of its own and refuses this.</summary>
internal static class ServeCommand
{
    public static readonly Option<string> Resident = new("--resident") { Description = "住民側のアドレス", DefaultValueFactory = _ => "http://localhost:5080" };
    public static readonly Option<string> Staff = new("--staff") { Description = "職員側のアドレス", DefaultValueFactory = _ => "http://localhost:5090" };

    public static Command Make()
    {
        var command = new Command("serve", "住民側、職員側、メール送信を1つのプロセスで動かします(評価用)") { Resident, Staff };
        command.Does(async (parsed, cancellationToken) =>
        {
            if (string.Equals(Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT"), "Production", StringComparison.OrdinalIgnoreCase))
                throw new RefusedException("本番では serve を使えません。Tewatashi.Resident、Tewatashi.Staff、tewatashi worker を別々に動かしてください。");
            var installation = Office.Here();
            await using var provider = installation.NewProvider();
            if (await provider.WhyNotReadyAsync(DatabaseRole.Staff, cancellationToken) is { } reason) throw new RefusedException(reason);
            var clock = await Office.ClockAsync(installation, provider, cancellationToken);
            await RunAsync(new FaceGivens(installation, provider, clock), parsed.GetRequiredValue(Resident), parsed.GetRequiredValue(Staff), () => Task.CompletedTask, cancellationToken);
            return 0;
        });
        return command;
    }

    /// <summary>Serves until the process is told to stop.</summary>
    public static async Task RunAsync(
        FaceGivens givens, string residentUrl, string staffUrl, Func<Task> started, CancellationToken cancellationToken)
    {
        await using var resident = ResidentFace.Build([], givens);
        await using var staff = StaffFace.Build([], givens);
        await using var worker = new Worker(givens, new ConfigurationBuilder().AddEnvironmentVariables().Build(), residentUrl);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        resident.Urls.Add(residentUrl);
        staff.Urls.Add(staffUrl);
        await resident.StartAsync(cancellationToken);
        await staff.StartAsync(cancellationToken);
        var working = worker.RunAsync(stopping.Token);
        await started();
        await Task.WhenAny(resident.WaitForShutdownAsync(cancellationToken), staff.WaitForShutdownAsync(cancellationToken));
        await stopping.CancelAsync();
        await working;
        await resident.StopAsync(CancellationToken.None);
        await staff.StopAsync(CancellationToken.None);
    }
}
