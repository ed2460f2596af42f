using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Papers;

namespace Tewatashi.HandOver;

/// <summary>
/// 当日控え of a counter for today, drawn anew from the bookings as they are. It helps when everything is off because it was made before: the worker
/// makes one each morning (<see cref="MakeDaySheets"/>), and the page of the day asks for one until there is. The printing is recorded with the cards shown.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class PrintDaySheet(Database database)
{
    public sealed record Request(Guid CounterId);

    public abstract record Outcome;

    public sealed record Printed(byte[] Pdf, int Lines) : Outcome;

    public sealed record NotPrintable(PaperOutcome Why) : Outcome;

    public sealed record NoCounter : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        if (await DaySheets.DrawAsync(database, caller.Municipality, request.CounterId, cancellationToken) is not { } sheet) return new NoCounter();
        if (sheet.Drawn is not PaperOutcome.Printed) return new NotPrintable(sheet.Drawn);
        return await database.WriteAsync<Outcome>(caller with { OperationId = null }, OperationKind.PrintDaySheet, work =>
        {
            work.Record("Printed", request.CounterId, FormattableString.Invariant($"{sheet.Day:yyyy-MM-dd} {sheet.Lines}"), sheet.CardIds);
            return Task.FromResult<Outcome>(new Printed(sheet.Pdf, sheet.Lines));
        }, cancellationToken: cancellationToken);
    }
}
