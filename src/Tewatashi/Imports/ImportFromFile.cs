using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Data.Keys;

namespace Tewatashi.Imports;

/// <summary>
/// Imports a file that lies on this machine, in one go: the command <c>cards import</c>. Run again after it was cut off, it goes on
/// with the same import and the same delivery.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class ImportFromFile(Database database, KeyStore keyStore, SurveyShipment survey)
{
    public abstract record Outcome;

    /// <summary>The file was processed; in a dry run nothing was changed.</summary>
    /// <param name="ImportId">Null in a dry run.</param>
    public sealed record Processed(Guid? ImportId, ImportCounts Counts, FileRead File) : Outcome;

    /// <summary>The file can not be read; nothing was changed.</summary>
    public sealed record FileUnreadable(FileRefused Why) : Outcome;

    /// <summary>All or nothing was asked for, and rows are refused; nothing was changed.</summary>
    public sealed record NothingTaken(ImportCounts Counts) : Outcome;

    /// <summary>Someone began the same file anew while this run was under way; that one goes on.</summary>
    public sealed record TakenOver : Outcome;

    /// <param name="FileName">What the delivery is called at first.</param>
    /// <param name="Report">Gets every problem of every refused row; null where nobody wants it.</param>
    public sealed record Request(
        ImportFile File, string FileName, bool DryRun = false, bool AllOrNothing = false, RefusedRowsReport? Report = null);

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        Func<bool, RowProblem, Task>? tell = request.Report is { } report
            ? (refused, problem) => refused ? report.AddAsync(problem, cancellationToken) : Task.CompletedTask
            : null;
        var looked = await survey.RunAsync(
            new(caller.Municipality, request.File, Compare: request.DryRun, request.DryRun ? tell : null), cancellationToken);
        if (looked is SurveyShipment.Unreadable { Why: var why })
        {
            if (request.Report is not null) await request.Report.AddAsync(why, cancellationToken);
            return new FileUnreadable(why);
        }

        var readable = (SurveyShipment.Readable)looked; // the other outcome was answered
        if (request.DryRun)
            return request.AllOrNothing && readable.Counts.Refused > 0 ? new NothingTaken(readable.Counts) : new Processed(null, readable.Counts, readable.File);
        if (request.AllOrNothing && await RefusedAsync(request, tell, caller, cancellationToken) is { } refusal) return refusal;

        var claimedBy = Ids.New().ToString("N");
        var importId = await BeginAsync(request, readable, claimedBy, caller, cancellationToken);
        using var rows = new ApplyRows(database, keyStore, caller, new ImportRun(importId, request.FileName, claimedBy, request.File, tell));
        if (await rows.RunAsync(cancellationToken) is not { } counts) return new TakenOver();
        return await database.EndImportAsync(importId, claimedBy, counts, caller, cancellationToken)
            ? new Processed(importId, counts, readable.File)
            : new TakenOver();
    }

    private async Task<NothingTaken?> RefusedAsync(
        Request request, Func<bool, RowProblem, Task>? tell, Caller caller, CancellationToken cancellationToken)
    {
        async Task<ImportCounts> LookAsync(Func<bool, RowProblem, Task>? teller) =>
            await survey.RunAsync(new(caller.Municipality, request.File, Compare: true, teller), cancellationToken) is SurveyShipment.Readable compared
                ? compared.Counts
                : throw new InvalidDataException("The file changed while it was looked through.");

        // Told only when it comes to nothing: otherwise the application tells.
        if ((await LookAsync(null)).Refused == 0) return null;
        return new NothingTaken(await LookAsync(tell));
    }

    private Task<Guid> BeginAsync(
        Request request, SurveyShipment.Readable readable, string claimedBy, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.ApplyImport, async work =>
        {
            var token = readable.ContentToken;
            var interrupted = await work.Context.Imports
                .Where(row => row.ContentToken == token && row.State == ImportState.Applying)
                .OrderBy(row => row.Id).Select(row => row.Id).FirstOrDefaultAsync(cancellationToken);
            if (interrupted != Guid.Empty && await work.TakeImportAsync(interrupted, ImportState.Applying, claimedBy, steal: true, cancellationToken))
            {
                work.Record("Resumed", interrupted);
                return interrupted;
            }

            var import = NewImport(request, readable, claimedBy, work);
            work.Context.Imports.Add(import);
            work.Record("Started", import.Id, request.File.Profile.Name);
            return import.Id;
        }, cancellationToken: cancellationToken);

    private static Import NewImport(Request request, SurveyShipment.Readable readable, string claimedBy, Work work) => new()
    {
        Municipality = work.Municipality,
        Id = Ids.New(),
        FileName = request.FileName,
        Profile = request.File.Profile.Name,
        Encoding = request.File.Encoding?.ToString(),
        AllOrNothing = request.AllOrNothing,
        State = ImportState.Applying,
        ContentToken = readable.ContentToken,
        Rows = readable.File.Rows,
        IgnoredColumns = readable.File.IgnoredColumns.Count == 0 ? null : string.Join('、', readable.File.IgnoredColumns),
        ActorId = work.Caller.Actor.Id,
        StartedAt = work.Now,
        ClaimedBy = claimedBy,
        ClaimedUntil = work.Now + ImportLease.Length,
    };
}
