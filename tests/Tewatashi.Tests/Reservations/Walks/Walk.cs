using System.Collections.Concurrent;
using System.Globalization;
using Tewatashi.Counters;
using Tewatashi.Municipalities;
using Tewatashi.Storage;
using Tewatashi.Testing;
using Tewatashi.Time;

namespace Tewatashi.Tests.Reservations.Walks;

/// <summary>
/// One office in which several people act at random at the same time, sequence after sequence. Two offices with the same seed
/// have the same people doing the same things; only who comes first is the machine's.
/// </summary>
internal sealed class Walk : IAsyncDisposable
{
    private const int Live = 10;

    /// <summary>Moments at which calendars go wrong: an ordinary morning, midnight, the year's end, the leap day, the end of the business year.</summary>
    private static readonly (DateOnly Day, TimeOnly Time)[] Beginnings =
    [
        (new(2026, 11, 24), new(9, 0)), (new(2026, 11, 24), new(23, 58)), (new(2026, 12, 25), new(16, 50)), (new(2026, 12, 31), new(23, 59)),
        (new(2028, 2, 25), new(8, 55)), (new(2028, 2, 28), new(23, 59)), (new(2027, 3, 30), new(12, 0)), (new(2027, 4, 28), new(16, 59)),
    ];

    private readonly Random random;
    private readonly int seed;
    private readonly WalkTally tally;
    private WalkPlan plan = WalkPlan.OfReservations;
    private int firstAtHand;
    private readonly Lock clockTurn = new();
    private readonly ConcurrentQueue<string> log = new();

    private Walk(TestOffice office, int seed, WalkTally tally, IReadOnlyList<Counter> counters, IReadOnlyList<LocationPath> boxes, BookingKind kind)
    {
        Office = office;
        this.seed = seed;
        this.tally = tally;
        Counters = counters;
        Boxes = boxes;
        Kind = kind;
        random = new Random(seed);
        Mailbox = new MoodyMailbox(this, new Random(seed + 1));
    }

    public TestOffice Office { get; }
    public IReadOnlyList<Counter> Counters { get; }
    public IReadOnlyList<LocationPath> Boxes { get; }

    /// <summary>The one kind of booking besides 受取 that is on.</summary>
    public BookingKind Kind { get; }

    public MoodyMailbox Mailbox { get; }

    /// <summary>Those that were never handed over, the newest last.</summary>
    public ConcurrentDictionary<Guid, NotifiedCard> Cards { get; } = [];

    /// <param name="prepare">What else has to be there, and what people do then; null: what happens to reservations.</param>
    public static async Task<Walk> OpenAsync(Engine engine, int seed, WalkTally tally, Func<Walk, Task<WalkPlan>>? prepare = null)
    {
        var office = await TestOffice.OpenAsync(engine);
        var (day, time) = Beginnings[seed % Beginnings.Length];
        office.Clock.SetUtcNow(JapanTime.InstantOf(day, time));
        var boxes = await office.AddBoxesAsync();
        var counters = new[]
        {
            await office.AddCounterAsync("H1", booths: 2, gridMinutes: 15),
            await office.AddCounterAsync("H2", booths: 1, gridMinutes: 10),
            await office.AddCounterAsync("B1", booths: 1, gridMinutes: 15, building: "B"),
        };
        var walk = new Walk(office, seed, tally, counters, boxes, await office.OpenKindAsync());
        if (prepare is not null) walk.plan = await prepare(walk);
        return walk;
    }

    /// <summary>Everybody does a few things at once; then everything must fit.</summary>
    public async Task RunAsync(int sequence)
    {
        log.Clear();
        await AddCardsAsync();
        if (Cards.Count > Live) firstAtHand = random.Next(Cards.Count - Live);
        log.Enqueue(string.Create(CultureInfo.InvariantCulture, $"seed {seed}, sequence {sequence}, begins {Office.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(9)):yyyy-MM-dd HH:mm:ss}"));
        var walkers = Enumerable.Range(0, plan.Actors).Select(number => (Number: number, Walker: new Walker(this, new Random(random.Next())), Steps: random.Next(1, plan.MostSteps + 1))).ToList();
        await Task.WhenAll(walkers.Select(actor => Task.Run(async () =>
        {
            for (var step = 0; step < actor.Steps; step++) await StepAsync(actor.Number, actor.Walker);
        })));
        var result = await new Check(Office.Provider).RunAsync(Office.Municipality, CancellationToken.None);
        if (result.Violations.Count > 0) Fail(string.Join('\n', result.Violations));
        tally.CountSequence();
    }

    /// <summary>The few cards that everybody has to do with in this sequence: of thousands, no two people would want the same.</summary>
    public IReadOnlyList<NotifiedCard> AtHand() =>
        [.. Cards.Values.OrderBy(card => card.Card.Ordinal).ThenBy(card => card.Card.SerialNumber.Value, StringComparer.Ordinal).Skip(firstAtHand).Take(Live)];

    /// <summary>The clock goes on for everybody; it never goes back.</summary>
    public void Pass(TimeSpan time)
    {
        lock (clockTurn) Office.Clock.Advance(time);
    }

    public void PassUntil(DateTimeOffset instant)
    {
        lock (clockTurn)
        {
            if (instant > Office.Clock.GetUtcNow()) Office.Clock.SetUtcNow(instant);
        }
    }

    public void Fail(string what) => tally.Fail($"{what}\n{string.Join('\n', log)}\n");

    public ValueTask DisposeAsync() => Office.DisposeAsync();

    private async Task StepAsync(int actor, Walker walker)
    {
        var step = plan.Steps.Choose(walker.Random);
        string outcome;
        try
        {
            outcome = await step.RunAsync(walker);
        }
        catch (Exception exception)
        {
            outcome = exception.GetType().Name;
            log.Enqueue($"{actor}: {step.Name} -> {exception}");
            Fail($"{step.Name} threw {exception.GetType().Name}: {exception.Message}");
        }

        log.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{actor}: {Office.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(9)):HH:mm:ss} {step.Name} -> {outcome}"));
        tally.Count(step.Name, outcome);
    }

    private async Task AddCardsAsync()
    {
        if (Cards.Count >= Live) return;
        foreach (var card in await Office.AddNotifiedCardsAsync(Live - Cards.Count))
        {
            await Office.StoreAsync(Boxes[card.Card.Ordinal % Boxes.Count], card.Card);
            Cards.TryAdd(card.Id, card);
        }
    }
}
