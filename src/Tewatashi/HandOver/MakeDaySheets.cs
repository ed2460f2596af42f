using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Papers;
using Tewatashi.Reservations;
using Tewatashi.Time;

namespace Tewatashi.HandOver;

/// <summary>
/// Each morning without anyone asking: the 当日控え of every counter at which somebody is booked today, as a PDF in a folder of the installation that
/// an office can share or print from. Once a day and counter; those of past days are deleted. No name stands on it.
/// </summary>
[UseCase(UsedBy.Worker)]
public sealed class MakeDaySheets(Database database, Installation installation)
{
    /// <summary>From this time on, Japanese.</summary>
    public static readonly TimeOnly From = new(6, 0);

    private const int DaysKept = 7;
    private const string Format = "yyyy-MM-dd";

    /// <returns>How many were made.</returns>
    public async Task<int> RunAsync(Caller caller, CancellationToken cancellationToken)
    {
        var now = database.Clock.GetUtcNow();
        if (JapanTime.TimeOf(now) < From) return 0;
        var today = JapanTime.DateOf(now);
        var folder = Directory.CreateDirectory(Path.Combine(installation.DaySheetFolder, caller.Municipality.Value)).FullName;
        DeleteOld(folder, today);
        var made = 0;
        foreach (var (counterId, code) in await MissingAsync(caller, today, cancellationToken))
        {
            if (await DaySheets.DrawAsync(database, caller.Municipality, counterId, cancellationToken) is not { Drawn: PaperOutcome.Printed } sheet) continue;
            // Whole or not at all: somebody may open the folder at this moment.
            var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{today.ToString(Format, CultureInfo.InvariantCulture)} {code}.pdf"));
            await File.WriteAllBytesAsync($"{path}.part", sheet.Pdf, cancellationToken);
            File.Move($"{path}.part", path, overwrite: true);
            await database.WriteAsync(caller, OperationKind.PrintDaySheet, work =>
            {
                work.Record("Made", counterId, FormattableString.Invariant($"{today:yyyy-MM-dd} {sheet.Lines}"), sheet.CardIds);
                return Task.FromResult(true);
            }, cancellationToken: cancellationToken);
            made++;
        }

        return made;
    }

    private async Task<List<(Guid Id, string Code)>> MissingAsync(Caller caller, DateOnly today, CancellationToken cancellationToken)
    {
        var begin = JapanTime.StartOf(today);
        return (await database.ReadAsync(caller.Municipality, context => (
            from counter in context.Counters
            where counter.Active && context.Visits.Any(visit => visit.CounterId == counter.Id && visit.Day == today
                && context.Reservations.Any(row => row.VisitId == visit.Id && (row.State == ReservationState.Booked || row.State == ReservationState.CheckedIn)))
            where !context.Audit.Any(row => row.SubjectId == counter.Id && row.At >= begin && row.Operation == OperationKind.PrintDaySheet && row.Outcome == "Made")
            select new { counter.Id, counter.Code }).AsNoTracking().ToListAsync(cancellationToken), cancellationToken)).ConvertAll(row => (row.Id, row.Code.Value));
    }

    private static void DeleteOld(string folder, DateOnly today)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.pdf"))
        {
            if (DateOnly.TryParseExact(Path.GetFileName(file)[..Math.Min(Format.Length, Path.GetFileName(file).Length)], Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                && today.DayNumber - day.DayNumber >= DaysKept) File.Delete(file);
        }
    }
}
