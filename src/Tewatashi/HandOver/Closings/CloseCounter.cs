using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.HandOver.Closings;

/// <summary>
/// 締め of a counter's day. Refused while a card lies in the tray without a reason, somebody is checked in, somebody who did not come is not
/// marked, or a PIN form is out of custody. Old papers are counted by hand; a number that differs is told first. Pressed twice, or by two, it closes once.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class CloseCounter(Database database)
{
    /// <param name="OldPapersCounted">Old cards and papers in the box, counted by hand.</param>
    /// <param name="DifferenceAccepted">The clerk was told that the number differs and has looked again.</param>
    public sealed record Request(Guid CounterId, DateOnly Day, int OldPapersCounted, bool DifferenceAccepted = false);

    public abstract record Outcome;

    public sealed record Closed(CounterClosing Closing) : Outcome;

    public sealed record AlreadyClosed(CounterClosing Closing) : Outcome;

    /// <summary>Something stands open: the view names it.</summary>
    public sealed record StillOpen(ClosingView View) : Outcome;

    public sealed record OldPapersDiffer(int Books, int Counted) : Outcome;

    /// <summary>No such counter, or a day that has not come.</summary>
    public sealed record NotFound : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller with { OperationId = null }, OperationKind.CloseCounter, async work =>
        {
            await work.TakeTurnAsync(request.CounterId, cancellationToken);
            if (request.Day > JapanTime.DateOf(work.Now) || await ReadClosing.RunAsync(work, request.CounterId, request.Day, cancellationToken) is not { } view) return work.Refuse<Outcome>(new NotFound());
            if (view.Closing is { } standing) return work.Refuse<Outcome>(new AlreadyClosed(standing));
            if (!view.MayClose) return work.Refuse<Outcome>(new StillOpen(view));
            if (request.OldPapersCounted != view.Sums.OldPapers && !request.DifferenceAccepted) return work.Refuse<Outcome>(new OldPapersDiffer(view.Sums.OldPapers, request.OldPapersCounted));
            var closing = Of(work, request, view);
            work.Context.Add(closing);
            work.Record("Closed", request.CounterId, FormattableString.Invariant($"{request.Day:yyyy-MM-dd} {closing.HandedOver} {closing.KeptCards}"), [closing.Id]);
            return new Closed(closing);
        }, cancellationToken: cancellationToken);

    private static CounterClosing Of(Work work, Request request, ClosingView view) => new()
    {
        Municipality = work.Municipality,
        Id = Ids.New(),
        CounterId = request.CounterId,
        Day = request.Day,
        ClosedAt = work.Now,
        ClosedBy = Guid.Parse(work.Caller.Actor.Id),
        HandedOver = view.Sums.HandedOver,
        NotHandedOver = view.Sums.NotHandedOver,
        NoShows = view.Sums.NoShows,
        KeptCards = view.Tray.Count,
        PinForms = view.PinForms.Count,
        ReissueFees = view.Sums.ReissueFees,
        ExpressFees = view.Sums.ExpressFees,
        OldPapers = view.Sums.OldPapers,
        OldPapersCounted = request.OldPapersCounted,
        Differences = view.Terminal?.Open,
    };
}
