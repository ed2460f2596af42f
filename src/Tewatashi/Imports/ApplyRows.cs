using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Data.Keys;

namespace Tewatashi.Imports;

/// <summary>
/// Adds the cards of one file, portion by portion: each in a transaction of its own, with its entry in the operation log and
/// its share of the import's counts. Cut off at any moment and begun again, the result is the same as once.
/// </summary>
internal sealed class ApplyRows(Database database, KeyStore keyStore, Caller caller, ImportRun run) : IDisposable
{
    private const int Tries = 5;

    // A row of a stock may take seats of the grid, one statement each: fewer of them keep a transaction short.
    private const int StockRows = 100;

    private readonly SemaphoreSlim turn = new(1, 1);
    private bool headStands;
    private int problemsKept;

    /// <summary>All rows; null where the import was taken from this run meanwhile.</summary>
    public async Task<ImportCounts?> RunAsync(CancellationToken cancellationToken)
    {
        var rules = await database.ReadAsync(caller.Municipality, context =>
            ImportRules.LoadAsync(context, run.File.Profile, database.Clock.GetUtcNow(), cancellationToken), cancellationToken);
        var keys = keyStore.KeysOf(caller.Municipality, KeyPurpose.Applicant);
        var portions = new PortionWork(
            new RowCheck(rules, keys, run.ImportId),
            new CardsOfRows(rules, caller.Municipality, new ApplicantItems(keyStore, caller.Municipality), run.ImportId),
            rules.IsStock ? new StockTakeOver(rules, run.ImportId) : null,
            rules.IsStock ? new StockBookings(rules) : null);
        var pace = database.Provider.Pace;
        if (rules.IsStock) pace = pace with { Rows = Math.Min(pace.Rows, StockRows), AtOnce = 1 };
        var rowsAtOnce = pace.First;
        var underWay = new Queue<Task<Portion?>>();
        var counts = default(ImportCounts);
        var number = 0;
        await using var stream = run.File.Open();
        try
        {
            await foreach (var readings in ChunkedReading.ReadAsync(stream, run.File, () => rowsAtOnce, End, cancellationToken))
            {
                if (underWay.Count == pace.AtOnce && !await EndOneAsync()) return null;
                if (number > 0 && pace.PauseMilliseconds > 0) await Task.Delay(pace.PauseMilliseconds, cancellationToken);
                var ordinal = number++;
                underWay.Enqueue(Task.Run(() => AddAsync(portions, readings, ordinal, cancellationToken), cancellationToken));
            }

            while (underWay.Count > 0)
            {
                if (!await EndOneAsync()) return null;
            }
        }
        finally
        {
            // Whatever ended this run, nothing of it writes on behind its back.
            await ((Task)Task.WhenAll(underWay)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return counts;

        async Task<bool> EndOneAsync()
        {
            if (await underWay.Dequeue() is not { } portion) return false;
            counts += portion.Counts;
            rowsAtOnce = pace.Next(portion.Counts.Read, portion.Took);
            if (run.OnProblem is { } tell)
            {
                foreach (var (refused, problem) in portion.Problems) await tell(refused, problem);
            }

            return true;
        }
    }

    public void Dispose() => turn.Dispose();

    // The file was read to its end before: a verdict that differs now means that it changed under our hands.
    private static void End(FileVerdict verdict)
    {
        if (verdict is FileRefused refused)
            throw new InvalidDataException($"The file changed while it was applied (line {refused.Line}).");
    }

    private async Task<Portion?> AddAsync(PortionWork portions, List<ShipmentReading> readings, int number, CancellationToken cancellationToken)
    {
        // The first portion that adds a card makes the delivery (or batch) that all share: until it stands they take turns.
        var first = !Volatile.Read(ref headStands);
        if (first) await turn.WaitAsync(cancellationToken);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await AddOnceAsync(portions, readings, number, cancellationToken);
                }
                catch (AlreadyThereException) when (attempt < Tries)
                {
                    // Another import brought one of the cards this very moment: the next look finds it.
                }
            }
        }
        finally
        {
            if (first) turn.Release();
        }
    }

    private async Task<Portion?> AddOnceAsync(PortionWork portions, List<ShipmentReading> readings, int number, CancellationToken cancellationToken)
    {
        // Compared and sealed before anybody has to wait for it: the transaction only writes. Should another import bring one of
        // the cards in between, its serial number is taken, and the portion begins anew.
        var compared = await database.ReadAsync(caller.Municipality, context => portions.Check.RunAsync(context, readings, cancellationToken), cancellationToken);
        var sealedRows = portions.Cards.MakeAll(compared, database.Clock.GetUtcNow());
        var (made, begun) = (false, 0L);
        var portion = await database.WriteAsync<Portion?>(caller, OperationKind.ApplyImport, async work =>
        {
            begun = Stopwatch.GetTimestamp();
            List<CheckedRow> rows = [.. compared];
            var seats = portions.Bookings is { } bookings ? await bookings.TakeSeatsAsync(work, rows, cancellationToken) : [];
            made = await InsertAsync(work, portions, rows, sealedRows, seats, cancellationToken);
            var counts = SurveyShipment.CountsOf(rows);
            var problems = SurveyShipment.ProblemsOf(rows).ToList();
            await KeepAsync(work, problems, number, cancellationToken);
            if (!await work.CountAsync(run.ImportId, run.ClaimedBy, counts, cancellationToken))
            {
                work.Abandon();
                return null;
            }

            work.Record("RowsAdded", run.ImportId, FormattableString.Invariant(
                $"lines {rows[0].Line}-{rows[^1].Line}: added {counts.Added}, unchanged {counts.Unchanged}, refused {counts.Refused}"));
            return new Portion(counts, problems, TimeSpan.Zero);
        }, cancellationToken: cancellationToken);
        if (portion is null) return null;
        if (made) Volatile.Write(ref headStands, true);
        Interlocked.Add(ref problemsKept, portion.Problems.Count);
        return portion with { Took = Stopwatch.GetElapsedTime(begun) };
    }

    private async Task<bool> InsertAsync(
        Work work, PortionWork portions, List<CheckedRow> rows, Dictionary<int, SealedRow> sealedRows, Dictionary<int, TakenSeat> seats, CancellationToken cancellationToken)
    {
        var wanted = rows.OfType<RowToAdd>().ToList();
        if (wanted.Count == 0) return false;
        await MakeHeadAsync(work, portions, wanted, cancellationToken);
        var made = wanted.ConvertAll(row => sealedRows[row.Line]);
        var cards = made.ConvertAll(row => row.Card);
        await work.Provider.InsertManyAsync(work.Context, cards, cancellationToken);
        await work.Provider.InsertManyAsync(work.Context, made.ConvertAll(row => row.Applicant), cancellationToken);
        if (portions.Stock is not { } stock) return true;

        await work.Provider.InsertManyAsync(work.Context, cards.Select(card => StockTakeOver.MovementOf(work, card)).OfType<Movement>().ToList(), cancellationToken);
        var notices = wanted.Zip(cards, (row, card) => stock.NoticeOf(work, row.Row, card)).OfType<Notices.Notice>().ToList();
        await work.Provider.InsertManyAsync(work.Context, notices, cancellationToken);
        await work.Provider.InsertManyAsync(work.Context, notices.ConvertAll(notice => stock.BatchCardOf(work, notice)), cancellationToken);
        var visits = cards.Where(card => seats.ContainsKey(card.Ordinal)).Select(card => StockBookings.Book(work, card, seats[card.Ordinal])).ToList();
        await work.Provider.InsertManyAsync(work.Context, visits.ConvertAll(pair => pair.Visit), cancellationToken);
        await work.Provider.InsertManyAsync(work.Context, visits.ConvertAll(pair => pair.Reservation), cancellationToken);
        return false; // each portion looks for the batch itself: a stock goes in one portion after the other
    }

    private async Task MakeHeadAsync(Work work, PortionWork portions, List<RowToAdd> wanted, CancellationToken cancellationToken)
    {
        if (portions.Stock is { } stock)
        {
            if (!StockTakeOver.HasNotices(wanted)) return;
            if (await work.Context.NoticeBatches.AnyAsync(row => row.Id == run.ImportId, cancellationToken)) return;
            work.Context.NoticeBatches.Add(stock.Batch(work, run.FileName));
        }
        else
        {
            if (Volatile.Read(ref headStands)) return;
            if (await work.Context.Shipments.AnyAsync(row => row.Id == run.ImportId, cancellationToken)) return;
            work.Context.Shipments.Add(new Shipment
            {
                Municipality = work.Municipality,
                Id = run.ImportId,
                Name = run.FileName,
                State = ShipmentState.Announced,
                AnnouncedAt = work.Now,
            });
        }

        await work.Context.SaveChangesAsync(cancellationToken);
    }

    private Task KeepAsync(Work work, List<(bool Refused, RowProblem Problem)> problems, int number, CancellationToken cancellationToken)
    {
        var room = Math.Max(0, ProblemList.Limit - Volatile.Read(ref problemsKept));
        var kept = problems.Take(room).Select((problem, index) => ProblemList.Entry(work, run.ImportId, number, index, problem)).ToList();
        return kept.Count == 0 ? Task.CompletedTask : work.Provider.InsertManyAsync(work.Context, kept, cancellationToken);
    }

    private sealed record PortionWork(RowCheck Check, CardsOfRows Cards, StockTakeOver? Stock, StockBookings? Bookings);

    /// <param name="Took">How long others had to wait for its transaction, where only one can write.</param>
    private sealed record Portion(ImportCounts Counts, List<(bool Refused, RowProblem Problem)> Problems, TimeSpan Took);
}
