using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Data.Keys;

namespace Tewatashi.Imports.Changes;

/// <summary>
/// Shows a change list: while it is a preview counts alone, then the rows to decide with their candidates. The log names the list and the
/// candidates' cards.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class ViewChanges(Database database, KeyStore keys)
{
    /// <summary>Rows at a time: each is read with care.</summary>
    public const int PageSize = 20;

    public sealed record Request(Guid ListId);

    public abstract record Outcome;

    /// <param name="Kinds">Rows with a candidate, by their kind.</param>
    /// <param name="Decided">Rows by what became of them.</param>
    /// <param name="Rows">The next to decide; none in a preview and once ended.</param>
    public sealed record Shown(
        string FileName, ChangeListState State, DateTimeOffset UploadedAt, int Total, int WithoutMatch, int Open,
        IReadOnlyDictionary<ChangeKind, int> Kinds, IReadOnlyDictionary<ChangeRowState, int> Decided, IReadOnlyList<Row> Rows) : Outcome;

    public sealed record Row(Guid Id, int Line, KanaName? KanaName, Birthday Birthday, ChangeKind Kind, DateOnly ChangedOn, IReadOnlyList<ChangeCandidate> Candidates);

    public sealed record NotFound : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller with { OperationId = null }, OperationKind.ViewChanges, async work =>
        {
            var context = work.Context;
            if (await context.ChangeLists.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.ListId, cancellationToken) is not { } list) return work.Refuse(new NotFound());
            var counts = await context.ChangeRows.Where(row => row.ListId == list.Id).GroupBy(row => new { row.Kind, row.State })
                .Select(group => new { group.Key.Kind, group.Key.State, Count = group.Count() }).ToListAsync(cancellationToken);
            var rows = list.State == ChangeListState.Open ? await RowsAsync(work, list.Id, cancellationToken) : [];
            work.Record("Viewed", list.Id, others: rows.SelectMany(row => row.Candidates).Select(candidate => candidate.CardId));
            return new Shown(
                list.FileName, list.State, list.UploadedAt, list.Rows, list.WithoutMatch, counts.Where(row => row.State == ChangeRowState.Open).Sum(row => row.Count),
                counts.GroupBy(row => row.Kind).ToDictionary(group => group.Key, group => group.Sum(row => row.Count)),
                counts.GroupBy(row => row.State).ToDictionary(group => group.Key, group => group.Sum(row => row.Count)), rows);
        }, cancellationToken: cancellationToken);

    private async Task<IReadOnlyList<Row>> RowsAsync(Work work, Guid listId, CancellationToken cancellationToken)
    {
        var rows = await work.Context.ChangeRows.AsNoTracking().Where(row => row.ListId == listId && row.State == ChangeRowState.Open)
            .OrderBy(row => row.Line).Take(PageSize).ToListAsync(cancellationToken);
        var items = new ChangeRowItems(keys, work.Municipality);
        var persons = rows.ConvertAll(items.Open);
        var candidates = await new ChangeCandidates(work.Context, new ApplicantItems(keys, work.Municipality)).FindAsync(persons, cancellationToken);
        return [.. rows.Select((row, i) => new Row(row.Id, row.Line, persons[i].KanaName, persons[i].Birthday, row.Kind, row.ChangedOn, candidates[i]))];
    }
}
