using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Municipalities.IdentityPapers;

/// <summary>An administrator changes which papers are enough. It counts at once, at the gate and in what residents are told.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ChangePaperRules(Database database)
{
    /// <param name="Cases">Every case that the form showed.</param>
    public sealed record Request(IReadOnlyList<Case> Cases);

    /// <param name="Version">As the form showed it.</param>
    public sealed record Case(PaperCase Of, int Version, PaperSets Applicant, PaperSets? Representative);

    public abstract record Outcome;

    /// <param name="Cases">How many are others now.</param>
    public sealed record Changed(int Cases) : Outcome;

    public sealed record ChangedMeanwhile : Outcome;

    /// <summary>A representative comes in this case and no papers were named for them.</summary>
    public sealed record RepresentativeMissing(PaperCase Of) : Outcome;

    public Task<List<PaperRule>> CurrentAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, async context => (await context.PaperRules.AsNoTracking().ToListAsync(cancellationToken)).OrderBy(row => row.PaperCase).ToList(), cancellationToken);

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        if (request.Cases.FirstOrDefault(one => one.Of.Recipient().HasRepresentative() && one.Representative is null) is { } missing) return new RepresentativeMissing(missing.Of);
        try
        {
            return await database.WriteAsync(caller, OperationKind.ChangePapers, work => ChangeAsync(work, request, cancellationToken),
                (_, _) => Task.FromResult<Outcome>(new Changed(request.Cases.Count)), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ChangedMeanwhile(); // both had read the same version
        }
    }

    private static async Task<Outcome> ChangeAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var rows = await work.Context.PaperRules.ToDictionaryAsync(row => row.PaperCase, cancellationToken);
        if (request.Cases.Any(one => rows[one.Of].Version != one.Version)) return work.Refuse<Outcome>(new ChangedMeanwhile());
        var changed = 0;
        foreach (var one in request.Cases)
        {
            var row = rows[one.Of];
            var representative = one.Of.Recipient().HasRepresentative() ? one.Representative : null;
            if (row.ApplicantPapers == one.Applicant && row.RepresentativePapers == representative) continue;
            work.Record("Changed", detail: $"{one.Of} {Written(row.ApplicantPapers, row.RepresentativePapers)}→{Written(one.Applicant, representative)}");
            (row.ApplicantPapers, row.RepresentativePapers) = (one.Applicant, representative);
            changed++;
        }

        return changed == 0 ? work.Refuse<Outcome>(new Changed(0)) : new Changed(changed);
    }

    private static string Written(PaperSets applicant, PaperSets? representative) => representative is null ? applicant.Value : $"{applicant.Value} {representative.Value}";
}
