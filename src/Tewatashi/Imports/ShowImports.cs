using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Imports;

/// <summary>One import with its problems. Shows nobody's record.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ShowImports(Database database)
{
    public const int PerPage = 50;

    /// <param name="Problems">One page of refused rows, or of warnings.</param>
    /// <param name="ProblemsKept">How many problems of the asked kind are kept for the page; the counts tell how many there were.</param>
    /// <param name="HasDelivery">Whether its cards came as a delivery that can be received.</param>
    public sealed record Details(Import Import, IReadOnlyList<ImportProblem> Problems, int ProblemsKept, bool HasDelivery);

    /// <summary>Null where there is no such import.</summary>
    public Task<Details?> FindAsync(MunicipalityCode municipality, Guid id, bool refused, int page, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, async context =>
        {
            if (await context.Imports.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } import) return null;
            var wanted = context.ImportProblems.AsNoTracking().Where(row => row.ImportId == id && row.Refused == refused);
            return new Details(
                import,
                await wanted.OrderBy(row => row.Ordinal).Skip((page - 1) * PerPage).Take(PerPage).ToListAsync(cancellationToken),
                await wanted.CountAsync(cancellationToken),
                await context.Shipments.AnyAsync(row => row.Id == id, cancellationToken));
        }, cancellationToken);

    /// <summary>Writes the kept refused rows as the report; false where there is no such import.</summary>
    public Task<bool> ReportAsync(MunicipalityCode municipality, Guid id, RefusedRowsReport report, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, async context =>
        {
            if (!await context.Imports.AnyAsync(row => row.Id == id, cancellationToken)) return false;
            await foreach (var problem in context.ImportProblems.AsNoTracking()
                .Where(row => row.ImportId == id && row.Refused).OrderBy(row => row.Ordinal).AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                await report.AddAsync(new RowProblem(problem.Line, problem.Column, problem.Reason), cancellationToken);
            }

            return true;
        }, cancellationToken);
}
