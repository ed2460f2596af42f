using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Papers;

namespace Tewatashi.Storage;

/// <summary>Prints the QR labels of places and of what lies inside them, each once, in walking order. Places no longer used get none.</summary>
[UseCase(UsedBy.Staff)]
public sealed class PrintLocationLabels(Database database)
{
    /// <param name="LocationIds">At least one; of a place inside another that is named too there is one label.</param>
    /// <param name="Kinds">The levels to print.</param>
    public sealed record Request(IReadOnlyCollection<Guid> LocationIds, IReadOnlySet<LocationKind> Kinds, LabelPlacement Placement);

    public abstract record Outcome;

    public sealed record Printed(byte[] Pdf, int Labels) : Outcome;

    /// <summary>Nothing of the chosen levels is there.</summary>
    public sealed record NothingToPrint : Outcome;

    /// <summary>A place asked for is not there.</summary>
    public sealed record NotFound : Outcome;

    /// <summary>The labels of the sheet are too small, or a name holds a character the typeface lacks.</summary>
    public sealed record NotPrintable(PaperOutcome Why) : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        var papers = await database.ReadAsync(caller.Municipality, context => PapersAsync(context, request, cancellationToken), cancellationToken);
        if (papers is null) return new NotFound();
        if (papers.Count == 0) return new NothingToPrint();
        using var pdf = new MemoryStream();
        var drawn = await LocationLabels.WriteAsync(request.Placement, papers, pdf, cancellationToken);
        if (drawn is not PaperOutcome.Printed printed) return new NotPrintable(drawn);
        return await database.WriteAsync<Outcome>(caller, OperationKind.PrintLocationLabels, work =>
        {
            work.Record("Printed", request.LocationIds.First(), FormattableString.Invariant($"{printed.Papers}"), request.LocationIds.Skip(1));
            return Task.FromResult<Outcome>(new Printed(pdf.ToArray(), printed.Papers));
        }, cancellationToken: cancellationToken);
    }

    private static async Task<IReadOnlyList<LocationLabelPaper>?> PapersAsync(TewatashiContext context, Request request, CancellationToken cancellationToken)
    {
        var all = await context.Locations.AsNoTracking().ToListAsync(cancellationToken);
        var tops = all.Where(row => request.LocationIds.Contains(row.Id)).Select(row => row.Path).ToHashSet();
        if (tops.Count == 0 || tops.Count < request.LocationIds.Distinct().Count()) return null;
        var names = all.ToDictionary(row => row.Path, row => row.Name);
        return
        [
            .. all.Where(row => !row.Retired && request.Kinds.Contains(row.Kind))
                .Where(row => LocationPath.Parse(row.Path).WayIn.Any(tops.Contains))
                .OrderBy(row => row.Path, StringComparer.Ordinal)
                .Select(row => new LocationLabelPaper(ScanCode.OfLocation(row.Path), row.Path, LocationWords.Join(row.Path, names))),
        ];
    }
}
