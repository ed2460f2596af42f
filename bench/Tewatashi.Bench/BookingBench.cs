using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Imports;
using Tewatashi.Municipalities;
using Tewatashi.Notices;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.Time;

namespace Tewatashi.Bench;

/// <summary>
/// [booking], [booking-hot] One booking is hold and confirmation, each a use case of the resident face with session, rules, audit and outbox;
/// against one conditional update, one insert and one audit row in a single statement, the least that books anything (L1).
/// </summary>
internal sealed class BookingBench(Ground ground, Pace pace)
{
    private const int Clients = 64;
    private const int LimitClients = 8;
    private const int Places = 20;
    private readonly string folder = Directory.CreateTempSubdirectory("tewatashi-bench-").FullName;
    private readonly Queue<(Guid CardId, byte[] Session)> residents = [];
    private readonly List<Guid> counters = [];
    private MunicipalityCode municipality = null!; // founded first
    private DateOnly firstDay;
    private int turn;
    private int imported;

    public async Task<IReadOnlyList<Measurement>> RunAsync(bool spread, bool hot, CancellationToken cancellationToken)
    {
        municipality = await ground.FoundAsync(cancellationToken);
        for (var i = 0; i < 8; i++) counters.Add(await ground.AddCounterAsync(municipality, FormattableString.Invariant($"Z{i}"), booths: 90, cancellationToken));
        firstDay = BusinessDays.Default.Add(JapanTime.Today(TimeProvider.System), 4);
        await PrepareLimitAsync(cancellationToken);

        await AddResidentsAsync(2000, cancellationToken);
        await Load.RunAsync(Clients, pace.WarmUp / 2, (_, token) => BookAsync(SpreadSeat(), token), cancellationToken);
        await LimitAsync(pace.WarmUp / 4, cancellationToken);
        var results = new List<Measurement>();
        var (limit, spreadRate) = await MeasureAsync(SpreadSeat, cancellationToken);
        if (spread) results.Add(new("booking", $"hold and confirm as use cases, {Clients} clients, spread over many places; bookings/s against one statement (L1)", limit, spreadRate, 0.15));
        if (hot)
        {
            var (_, hotRate) = await MeasureAsync(HotSeat, cancellationToken);
            results.Add(new("booking-hot", $"the same when everybody wants the same {Places} places; bookings/s against the spread figure", spreadRate, hotRate, 0.8));
        }

        var violations = (await new Check(ground.Provider).RunAsync(municipality, cancellationToken)).Violations.Where(row => row.Invariant.Contains('枠', StringComparison.Ordinal)).ToList();
        results.Add(new("booking", "places sold twice or lost, by the examination of the whole database", 1, violations.Count, 0, AtMost: true));
        Directory.Delete(folder, recursive: true);
        return results;
    }

    private Task<(double Limit, double Measured)> MeasureAsync(Func<(Guid, DateOnly, TimeOnly)> seat, CancellationToken cancellationToken) => Load.InTurnAsync(
        pace.Rounds,
        () => LimitAsync(pace.Round, cancellationToken),
        async () =>
        {
            await AddResidentsAsync((int)(pace.Round.TotalSeconds * 600), cancellationToken);
            return (await Load.RunAsync(Clients, pace.Round, (_, token) => BookAsync(seat(), token), cancellationToken)).PerSecond;
        });

    private (Guid Counter, DateOnly Day, TimeOnly StartsAt) SpreadSeat()
    {
        var next = Interlocked.Increment(ref turn);
        return (counters[next % counters.Count], Open(firstDay.AddDays(next / counters.Count % 30)), new TimeOnly(8, 0).AddMinutes(next / 240 % 47 * 15));
    }

    // Twenty places at a time; when they are sold out everybody goes on to the next twenty, as on the morning a month opens.
    private (Guid Counter, DateOnly Day, TimeOnly StartsAt) HotSeat()
    {
        var next = Interlocked.Increment(ref turn);
        var group = next / (Places * 60);
        return (counters[group % counters.Count], Open(firstDay.AddDays(40 + (group / 2 % 12))), new TimeOnly(8 + (group % 2 * 5), 0).AddMinutes(next % Places * 15));
    }

    private static DateOnly Open(DateOnly day)
    {
        while (JapaneseHolidays.IsHoliday(day) || day is { Month: 12, Day: >= 29 } or { Month: 1, Day: <= 3 }) day = day.AddDays(1);
        return day;
    }

    private async Task<bool> BookAsync((Guid Counter, DateOnly Day, TimeOnly StartsAt) seat, CancellationToken cancellationToken)
    {
        (Guid CardId, byte[] Session) resident;
        lock (residents)
        {
            if (!residents.TryDequeue(out resident)) return false;
        }

        var caller = new Caller(municipality, Actor.Resident(resident.CardId), "bench", Ids.New());
        var held = await ground.Resident<HoldSeat>().RunAsync(new(resident.Session, seat.Counter, seat.Day, seat.StartsAt), caller, cancellationToken);
        if (held is not HoldSeat.Held { VisitId: var visit }) return held is HoldSeat.Refused { Why: SeatRefusal.Full } ? true : throw new InvalidOperationException($"No seat: {held}.");
        return await ground.Resident<BookVisit>().RunAsync(new(visit), caller with { OperationId = Ids.New() }, cancellationToken) is BookVisit.Booked
            ? true
            : throw new InvalidOperationException("A held seat could not be booked.");
    }

    /// <summary>Notified cards with residents signed in: imported through the use case, brought forward by statements.</summary>
    private async Task AddResidentsAsync(int count, CancellationToken cancellationToken)
    {
        lock (residents)
        {
            if (residents.Count >= count) return;
        }

        imported += count;
        var path = CardFile.Write(folder, imported);
        await ground.Staff<ImportFromFile>().RunAsync(new(new ImportFile(ImportProfile.Standard, null, () => File.OpenRead(path)), "bench.csv"), Ground.By(municipality) with { OperationId = null }, cancellationToken);
        var (salt, hash) = PasswordHash.OfNoPassword();
        var cards = await ground.Staff<Data.Database>().UnrecordedAsync(municipality, async context =>
        {
            var ids = await context.Cards.Where(row => row.Progress == CardProgress.Expected).Select(row => row.Id).ToListAsync(cancellationToken);
            await context.Cards.Where(row => row.Progress == CardProgress.Expected).ExecuteUpdateAsync(set => set.SetProperty(row => row.Progress, CardProgress.Prepared), cancellationToken);
            var today = JapanTime.Today(TimeProvider.System);
            var now = TimeProvider.System.GetUtcNow();
            var batch = new NoticeBatch { Municipality = municipality, Id = Ids.New(), Name = "計測", Form = NoticeForm.Guide, NeedsMatching = false, DeadlineOn = today.AddDays(90), CreatedAt = now };
            context.Add(batch);
            await context.SaveChangesAsync(cancellationToken);
            var notices = ids.Select((id, i) => new Notice
            {
                Municipality = municipality,
                Id = Ids.New(),
                CardId = id,
                BatchId = batch.Id,
                Ordinal = i + 1,
                Sequence = 1,
                ReceptionNumber = ReceptionNumber.New(),
                PasswordSalt = salt,
                PasswordHash = hash,
                State = NoticeState.Sent,
                IssuedAt = now,
                SentOn = today,
                DeadlineOn = today.AddDays(90),
            }).ToList();
            await ground.Provider.InsertManyAsync(context, notices, cancellationToken);
            return notices.ConvertAll(notice => (notice.CardId, notice.Id));
        }, cancellationToken);
        var made = await ground.Resident<Data.Database>().UnrecordedAsync(municipality, async context =>
        {
            var now = TimeProvider.System.GetUtcNow();
            var sessions = cards.ConvertAll(card => (card.CardId, NoticeId: card.Id, Hash: Secret.HashOf(Secret.New())));
            await ground.Provider.InsertManyAsync(context, sessions.ConvertAll(row => new ResidentSession
            {
                Municipality = municipality,
                SecretHash = row.Hash,
                CardId = row.CardId,
                NoticeId = row.NoticeId,
                StartedAt = now,
                LastSeenAt = now,
                PurposeRevision = 1,
            }), cancellationToken);
            await ground.Provider.InsertManyAsync(context, sessions.ConvertAll(row => new SessionPerson
            {
                Municipality = municipality,
                SecretHash = row.Hash,
                CardId = row.CardId,
                Ordinal = 1,
                RecipientKind = RecipientKind.Applicant,
            }), cancellationToken);
            return sessions;
        }, cancellationToken);
        lock (residents)
        {
            foreach (var row in made) residents.Enqueue((row.CardId, row.Hash));
        }
    }

    private async Task PrepareLimitAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(ground.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(
            """
            CREATE TABLE limit_place (id int PRIMARY KEY, capacity int NOT NULL, taken int NOT NULL DEFAULT 0, CHECK (taken <= capacity));
            CREATE TABLE limit_booking (id uuid PRIMARY KEY, place int NOT NULL, booked_at bigint NOT NULL);
            CREATE TABLE limit_audit (id uuid PRIMARY KEY, at bigint NOT NULL, subject uuid NOT NULL, outcome text NOT NULL);
            INSERT INTO limit_place SELECT i, 1000000 FROM generate_series(0, 9999) AS i;
            """, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>L1: bookings in a second by one prepared statement each.</summary>
    private async Task<double> LimitAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        var clients = new List<(NpgsqlConnection Connection, NpgsqlCommand Command)>();
        for (var i = 0; i < LimitClients; i++)
        {
            var connection = new NpgsqlConnection(ground.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            var command = new NpgsqlCommand(
                """
                WITH place AS (UPDATE limit_place SET taken = taken + 1 WHERE id = $1 AND taken < capacity RETURNING id),
                     booking AS (INSERT INTO limit_booking SELECT $2, id, $3 FROM place RETURNING id)
                INSERT INTO limit_audit SELECT $4, $3, id, 'Booked' FROM booking
                """, connection)
            {
                Parameters = { new NpgsqlParameter<int>(), new NpgsqlParameter<Guid>(), new NpgsqlParameter<long>(), new NpgsqlParameter<Guid>() },
            };
            await command.PrepareAsync(cancellationToken);
            clients.Add((connection, command));
        }

        var (perSecond, _) = await Load.RunAsync(LimitClients, time, async (client, token) =>
        {
            var command = clients[client].Command;
            ((NpgsqlParameter<int>)command.Parameters[0]).TypedValue = Random.Shared.Next(10_000);
            ((NpgsqlParameter<Guid>)command.Parameters[1]).TypedValue = Ids.New();
            ((NpgsqlParameter<long>)command.Parameters[2]).TypedValue = Environment.TickCount64;
            ((NpgsqlParameter<Guid>)command.Parameters[3]).TypedValue = Ids.New();
            return await command.ExecuteNonQueryAsync(token) == 1;
        }, cancellationToken);
        foreach (var (connection, command) in clients)
        {
            await command.DisposeAsync();
            await connection.DisposeAsync();
        }

        return perSecond;
    }
}
