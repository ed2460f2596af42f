using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Municipalities;

/// <summary>An administrator changes the rules of the municipality. They count from the next booking on; what is booked stays as it was booked.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ChangeSettings(Database database)
{
    /// <param name="Version">As the form showed it.</param>
    public sealed record Request(int Version, Rules Rules);

    public abstract record Outcome;

    /// <param name="SeatsChange">The kept seats are others now: those of days that were booked before must be fitted.</param>
    public sealed record Changed(bool SeatsChange) : Outcome;

    /// <summary>Someone else changed them while this form was open.</summary>
    public sealed record ChangedMeanwhile : Outcome;

    /// <param name="Problems">Field of <see cref="Municipalities.Rules"/> and what to do.</param>
    public sealed record Refused(IReadOnlyList<RuleProblem> Problems) : Outcome;

    public Task<MunicipalitySettings> CurrentAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, context => context.Settings.AsNoTracking().SingleAsync(cancellationToken), cancellationToken);

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        if (request.Rules.Problems().ToList() is { Count: > 0 } problems) return new Refused(problems);
        try
        {
            return await database.WriteAsync(caller, OperationKind.ChangeSettings, work => ChangeAsync(work, request, cancellationToken),
                (_, _) => Task.FromResult<Outcome>(new Changed(SeatsChange: true)), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ChangedMeanwhile(); // both had read the same version
        }
    }

    private static async Task<Outcome> ChangeAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var settings = await work.Context.Settings.SingleAsync(cancellationToken);
        if (settings.Version != request.Version)
        {
            work.Abandon();
            return new ChangedMeanwhile();
        }

        var seatsChange = settings.KeptPercent != request.Rules.KeptPercent;
        var changes = request.Rules.ApplyTo(settings);
        work.Record("Changed", detail: changes.Count == 0 ? "nothing" : string.Join(", ", changes));
        return new Changed(seatsChange);
    }
}
