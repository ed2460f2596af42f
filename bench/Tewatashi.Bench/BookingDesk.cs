using Microsoft.AspNetCore.Builder;
using Tewatashi.Municipalities;
using Tewatashi.Resident;
using Tewatashi.Web.Hosting;

namespace Tewatashi.Bench;

/// <summary>The resident face of a municipality of its own on a ground, with residents who book there over HTTP.</summary>
internal sealed class BookingDesk : IAsyncDisposable
{
    public const int Clients = 64;
    private const int Counters = 8;
    private readonly Ground ground;
    private readonly WebApplication face;
    private readonly Residents residents;
    private double perSecond = 400;

    private BookingDesk(Ground ground, MunicipalityCode municipality, WebApplication face, Seating seating)
    {
        this.ground = ground;
        this.face = face;
        Municipality = municipality;
        Seating = seating;
        residents = new Residents(ground, municipality, face);
    }

    public MunicipalityCode Municipality { get; }

    public Seating Seating { get; }

    public Uri Address => new(face.Urls.Single());

    /// <summary>With every day of every counter booked once, and the program warm.</summary>
    public static async Task<BookingDesk> OpenAsync(Ground ground, TimeSpan warmUp, CancellationToken cancellationToken)
    {
        var municipality = await ground.FoundAsync(cancellationToken);
        var counters = new List<Guid>();
        for (var i = 0; i < Counters; i++) counters.Add(await ground.AddCounterAsync(municipality, FormattableString.Invariant($"Z{i}"), Seating.Booths, cancellationToken));
        var face = ResidentFace.Build([], new FaceGivens(ground.Installation, ground.Provider, TimeProvider.System));
        face.Urls.Add("http://127.0.0.1:0");
        await face.StartAsync(cancellationToken);
        var desk = new BookingDesk(ground, municipality, face, new Seating(counters));
        var first = new Queue<Seat>(desk.Seating.OfEveryDay);
        await desk.residents.AddAsync(first.Count, cancellationToken);
        // One client: two who make the same day wait for each other.
        await desk.RunAsync(1, () => first.TryDequeue(out var seat) ? seat : desk.Seating.Spread(), clients => Crowd.Run(ground.Postmaster, TimeSpan.FromMinutes(5), clients), cancellationToken);
        await ground.AnalyzeAsync(cancellationToken);
        await desk.BookAsync(desk.Seating.Spread, warmUp, cancellationToken);
        return desk;
    }

    /// <summary>Everybody books as fast as it goes.</summary>
    public async Task<Round> BookAsync(Func<Seat> seat, TimeSpan time, CancellationToken cancellationToken)
    {
        await residents.AddAsync((int)(time.TotalSeconds * perSecond * 2) + Clients, cancellationToken);
        var round = await RunAsync(Clients, seat, clients => Crowd.Run(ground.Postmaster, time, clients), cancellationToken);
        perSecond = Math.Max(100, round.PerSecond);
        return round;
    }

    /// <summary>So many begin in a second.</summary>
    public async Task<Round> BookAtAsync(double perSecond, TimeSpan time, CancellationToken cancellationToken)
    {
        await residents.AddAsync((int)(time.TotalSeconds * perSecond) + Clients, cancellationToken);
        return await RunAsync(Clients, Seating.Spread, clients => Crowd.Run(ground.Postmaster, time, perSecond, clients), cancellationToken);
    }

    /// <summary>A page that asks the database nothing, three in a row as a booking has three answers.</summary>
    public Round OpenEmptyPageAt(double perSecond, TimeSpan time)
    {
        var page = new Uri(Address, "/error?status=404");
        var clients = Enumerable.Range(0, Clients).Select(_ => new PageClient(page, inARow: 3)).ToList();
        try
        {
            return Crowd.Run(ground.Postmaster, time, perSecond, clients);
        }
        finally
        {
            clients.ForEach(client => client.Dispose());
        }
    }

    /// <summary>A month of one of its counters on the public page.</summary>
    public Round OpenMonth(TimeSpan time)
    {
        var page = new Uri(Address, $"/{Municipality.Value}/months/{Seating.Spread().CounterId}");
        var clients = Enumerable.Range(0, PlacesBench.Clients).Select(_ => new PageClient(page)).ToList();
        try
        {
            return Crowd.Run(ground.Postmaster, time, clients);
        }
        finally
        {
            clients.ForEach(client => client.Dispose());
        }
    }

    public async ValueTask DisposeAsync()
    {
        await face.StopAsync();
        await face.DisposeAsync();
    }

    private async Task<Round> RunAsync(int count, Func<Seat> seat, Func<IReadOnlyList<Crowd.IClient>, Round> run, CancellationToken cancellationToken)
    {
        var clients = new List<BookingClient>();
        try
        {
            for (var i = 0; i < count; i++) clients.Add(await BookingClient.OpenAsync(Address, ground, Municipality, residents, seat, cancellationToken));
            return run(clients);
        }
        finally
        {
            clients.ForEach(client => client.Dispose());
        }
    }
}
