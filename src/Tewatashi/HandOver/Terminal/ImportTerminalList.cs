using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.HandOver.Terminal;

/// <summary>Brings in the national terminal's list of a day, all of it or nothing. Brought in again, lines that are known stay as they are.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ImportTerminalList(Database database)
{
    /// <param name="Day">The list is of this day, also where it is empty; counts for lines without a date.</param>
    /// <param name="Empty">The clerk says that the list has no line.</param>
    public sealed record Request(DateOnly Day, string Text, bool Empty = false);

    public abstract record Outcome;

    /// <param name="New">Lines that were not known.</param>
    public sealed record Imported(int Lines, int New) : Outcome;

    /// <param name="Lines">The numbers of the lines that cannot be read.</param>
    public sealed record Unreadable(IReadOnlyList<int> Lines) : Outcome;

    /// <summary>A 個人番号 was among it: nothing was kept.</summary>
    public sealed record IndividualNumberDropped : Outcome;

    /// <summary>Nothing in it, and nobody said that this is so.</summary>
    public sealed record NothingGiven : Outcome;

    /// <summary>A line, or the day itself, has not come yet.</summary>
    public sealed record InFuture : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        var reading = TerminalText.Read(request.Text, request.Day);
        if (reading.IndividualNumber) return new IndividualNumberDropped();
        if (reading.Faults.Count > 0) return new Unreadable(reading.Faults);
        if (reading.Lines.Count == 0 && !request.Empty) return new NothingGiven();
        try
        {
            return await ImportAsync(request.Day, reading.Lines, caller, cancellationToken);
        }
        catch (AlreadyThereException)
        {
            return await ImportAsync(request.Day, reading.Lines, caller, cancellationToken); // brought in by two at the same moment: it is there now
        }
    }

    private Task<Outcome> ImportAsync(DateOnly day, IReadOnlyList<TerminalText.Line> lines, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller with { OperationId = null }, OperationKind.ImportTerminalList, async work =>
        {
            var days = lines.Select(line => line.Day).Append(day).Distinct().Order().ToList();
            if (days[^1] > JapanTime.DateOf(work.Now)) return work.Refuse<Outcome>(new InFuture());
            var known = (await work.Context.TerminalRows.Where(row => days.Contains(row.Day)).Select(row => new { row.SerialNumber, row.Kind, row.Day }).ToListAsync(cancellationToken))
                .Select(row => new TerminalText.Line(row.SerialNumber, row.Kind, row.Day)).ToHashSet();
            var fresh = lines.Distinct().Where(line => !known.Contains(line)).ToLookup(line => line.Day);
            foreach (var on in days) Add(work, on, lines.Count(line => line.Day == on), fresh[on]);
            var added = fresh.Sum(group => group.Count());
            work.Record("Recorded", detail: FormattableString.Invariant($"{day:yyyy-MM-dd} {lines.Count} {added}"));
            return new Imported(lines.Count, added);
        }, cancellationToken: cancellationToken);

    private static void Add(Work work, DateOnly day, int count, IEnumerable<TerminalText.Line> fresh)
    {
        var list = new TerminalList { Municipality = work.Municipality, Id = Ids.New(), Day = day, Lines = count, ImportedAt = work.Now, ImportedBy = Guid.Parse(work.Caller.Actor.Id) };
        work.Context.Add(list);
        foreach (var line in fresh)
            work.Context.Add(new TerminalRow { Municipality = work.Municipality, Id = Ids.New(), ListId = list.Id, SerialNumber = line.SerialNumber, Kind = line.Kind, Day = day });
    }
}
