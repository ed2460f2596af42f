using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Staff;
using Tewatashi.Storage;

namespace Tewatashi.Disposal;

/// <summary>One proposal with its cards, for its pages and its closing report: numbers, counts, people of staff and times; no names of applicants. The view is recorded.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ViewDisposal(Database database)
{
    public sealed record Request(Guid BatchId);

    /// <param name="Place">Where the books say it lies now.</param>
    /// <param name="By">Who destroyed it, or at whose step it dropped out; null before.</param>
    public sealed record Line(DisposalCard Row, SerialNumber SerialNumber, string Place, string? AbolishedBy, string? By, string? Witness);

    public sealed record View(DisposalBatch Batch, string ProposedBy, string? ApprovedBy, string? EndedBy, IReadOnlyList<Line> Lines)
    {
        public int Count(DisposalCardState state) => Lines.Count(line => line.Row.State == state);

        public IReadOnlyList<Line> Of(params DisposalCardState[] states) => [.. Lines.Where(line => states.Contains(line.Row.State))];
    }

    /// <summary>Null where there is no such proposal.</summary>
    public Task<View?> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<View?>(caller with { OperationId = null }, OperationKind.ViewDisposal, async work =>
        {
            var context = work.Context;
            if (await context.DisposalBatches.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.BatchId, cancellationToken) is not { } batch) return work.Refuse<View?>(null);
            var rows = await (
                from row in context.DisposalCards.AsNoTracking()
                where row.BatchId == batch.Id
                join card in context.Cards on row.CardId equals card.Id
                orderby row.Ordinal
                select new { Row = row, card.SerialNumber, card.PlaceKind, card.LocationId }).ToListAsync(cancellationToken);
            var places = await LocationWords.OfAsync(context, [.. rows.Select(row => row.LocationId).OfType<Guid>().Distinct()], cancellationToken);
            Guid?[] people = [batch.ProposedBy, batch.ApprovedBy, batch.EndedBy, .. rows.SelectMany(row => new[] { row.Row.AbolishedBy, row.Row.EndedBy, row.Row.WitnessId })];
            var names = await StaffNames.OfAsync(context, people.Select(id => id?.ToString()), cancellationToken);
            work.Record("Viewed", batch.Id, others: rows.Select(row => row.Row.CardId));
            return new View(batch, NameOf(batch.ProposedBy) ?? "—", NameOf(batch.ApprovedBy), NameOf(batch.EndedBy),
            [
                .. rows.Select(row => new Line(row.Row, row.SerialNumber, row.LocationId is { } at ? $"{places[at].Path} {places[at].Words}" : row.PlaceKind.Name(),
                    NameOf(row.Row.AbolishedBy), NameOf(row.Row.EndedBy), NameOf(row.Row.WitnessId))),
            ]);

            string? NameOf(Guid? id) => id is { } known ? names.GetValueOrDefault(known.ToString(), "—") : null;
        }, cancellationToken: cancellationToken);
}
