using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Tewatashi.Resident;
using Tewatashi.Web.Hosting;

namespace Tewatashi.Bench;

/// <summary>[places] A month of a counter's free places on the public page, against the same bytes from memory behind the same server.</summary>
internal sealed class PlacesBench(Ground ground, Pace pace)
{
    public const int Clients = 16;

    public async Task<IReadOnlyList<Measurement>> RunAsync(CancellationToken cancellationToken)
    {
        var municipality = await ground.FoundAsync(cancellationToken);
        var counter = await ground.AddCounterAsync(municipality, "P1", booths: 4, cancellationToken);
        await using var face = ResidentFace.Build([], new FaceGivens(ground.Installation, ground.Provider, TimeProvider.System));
        face.Urls.Add("http://127.0.0.1:0");
        await face.StartAsync(cancellationToken);
        var page = new Uri($"{face.Urls.Single()}/{municipality.Value}/months/{counter}");
        byte[] bytes;
        using (var client = new HttpClient()) bytes = await client.GetByteArrayAsync(page, cancellationToken);
        await using var plain = Plain(bytes);
        await plain.StartAsync(cancellationToken);
        var same = new Uri(plain.Urls.Single());

        Open(page, pace.WarmUp / 2);
        Open(same, pace.WarmUp / 4);
        var (limits, rounds) = (new List<Round>(), new List<Round>());
        for (var i = 0; i < pace.Rounds; i++)
        {
            limits.Add(Open(same, pace.Round));
            rounds.Add(Open(page, pace.Round));
        }

        await face.StopAsync(cancellationToken);
        await plain.StopAsync(cancellationToken);
        return
        [
            new("places", FormattableString.Invariant($"a month of a counter's places, {bytes.Length} bytes, {Clients} clients; pages/s against the same bytes served from memory"),
                Load.Median(limits.Select(round => round.PerSecond)), Load.Median(rounds.Select(round => round.PerSecond)), 0.5, Remark: $"{Round.CostOf(rounds)}; from memory {Round.CostOf(limits)}"),
        ];
    }

    private Round Open(Uri address, TimeSpan time)
    {
        var clients = Enumerable.Range(0, Clients).Select(_ => new PageClient(address)).ToList();
        try
        {
            return Crowd.Run(ground.Postmaster, time, clients);
        }
        finally
        {
            clients.ForEach(client => client.Dispose());
        }
    }

    private static WebApplication Plain(byte[] bytes)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.ContentLength = bytes.Length;
            return context.Response.Body.WriteAsync(bytes, 0, bytes.Length);
        });
        return app;
    }
}
