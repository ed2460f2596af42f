using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Municipalities;

namespace Tewatashi.Imports;

/// <summary>
/// Does what an uploaded import waits for: looks the file through for the preview, or adds its rows. Claimed first; a run that
/// died is begun again by the next one that comes by, with the same result as once.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class WorkOnImport(Database database, KeyStore keyStore, SurveyShipment survey)
{
    public async Task RunAsync(MunicipalityCode municipality, Guid importId, CancellationToken cancellationToken)
    {
        var import = await database.ReadAsync(municipality, context =>
            context.Imports.AsNoTracking().FirstOrDefaultAsync(row => row.Id == importId, cancellationToken), cancellationToken);
        var caller = Caller.Worker(municipality);
        switch (import?.State)
        {
            case ImportState.Receiving:
                await GiveUpAsync(import, caller, cancellationToken);
                break;
            case ImportState.Uploaded or ImportState.Applying:
                await RunAsync(import, caller, cancellationToken);
                break;
            case null or ImportState.Previewed or ImportState.Applied or ImportState.Refused or ImportState.Cancelled:
                await ForgetAsync(municipality, importId, cancellationToken);
                break;
        }
    }

    private async Task RunAsync(Import import, Caller caller, CancellationToken cancellationToken)
    {
        var claimedBy = Ids.New().ToString("N");
        if (!await TakeAsync(import, claimedBy, caller, cancellationToken)) return;
        try
        {
            var parts = new ImportParts(keyStore, import.Municipality, import.Id);
            var file = new ImportFile(
                ImportProfile.BuiltIn.First(profile => profile.Name == import.Profile),
                import.Encoding is { } name ? Enum.Parse<ImportEncoding>(name) : null,
                () => new ImportPartStream(database, parts, import.Municipality, import.Id));
            if (import.State == ImportState.Uploaded) await PreviewAsync(import, file, claimedBy, caller, cancellationToken);
            else await ApplyAsync(import, file, claimedBy, caller, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The program is told to stop: whoever comes by next need not wait until the claim runs out.
            await LetGoAsync(import.Id, claimedBy, caller);
            throw;
        }
    }

    private Task<bool> TakeAsync(Import import, string claimedBy, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, KindOf(import.State), async work =>
        {
            if (!await work.TakeImportAsync(import.Id, import.State, claimedBy, steal: false, cancellationToken))
            {
                work.Abandon();
                return false;
            }

            work.Record("Started", import.Id);
            return true;
        }, cancellationToken: cancellationToken);

    private async Task PreviewAsync(Import import, ImportFile file, string claimedBy, Caller caller, CancellationToken cancellationToken)
    {
        var problems = new List<(bool Refused, RowProblem Problem)>();
        var looked = await survey.RunAsync(new(import.Municipality, file, Compare: true, (refused, problem) =>
        {
            if (problems.Count < ProblemList.Limit) problems.Add((refused, problem));
            return Task.CompletedTask;
        }), cancellationToken);
        await database.WriteAsync(caller, OperationKind.UploadImport, async work =>
        {
            if (await work.MineAsync(import.Id, claimedBy, cancellationToken) is not { } mine)
            {
                work.Abandon();
                return false;
            }

            mine.ClaimedBy = null;
            mine.ClaimedUntil = null;
            if (looked is SurveyShipment.Readable readable) await ShowAsync(work, mine, readable, problems, cancellationToken);
            else await RefuseAsync(work, mine, Words(((SurveyShipment.Unreadable)looked).Why), cancellationToken); // there are two outcomes
            return true;
        }, cancellationToken: cancellationToken);
    }

    private static async Task ShowAsync(
        Work work, Import import, SurveyShipment.Readable readable, List<(bool Refused, RowProblem Problem)> problems, CancellationToken cancellationToken)
    {
        var (read, added, unchanged, refused, warnings) = readable.Counts;
        (import.Rows, import.RowsRead, import.Added, import.Unchanged, import.Refused, import.Warnings) = (read, read, added, unchanged, refused, warnings);
        import.ContentToken = readable.ContentToken;
        import.IgnoredColumns = readable.File.IgnoredColumns.Count == 0 ? null : string.Join('、', readable.File.IgnoredColumns);
        import.State = ImportState.Previewed;
        var kept = problems.Select((problem, index) => ProblemList.Entry(work, import.Id, 0, index, problem)).ToList();
        if (kept.Count > 0) await work.Provider.InsertManyAsync(work.Context, kept, cancellationToken);
        await work.Context.WorkItems.Where(row => row.Municipality == work.Municipality && row.SubjectId == import.Id).ExecuteDeleteAsync(cancellationToken);
        work.Record("Previewed", import.Id, FormattableString.Invariant($"rows {read}, to add {added}, unchanged {unchanged}, refused {refused}"));
    }

    private static async Task RefuseAsync(Work work, Import import, string because, CancellationToken cancellationToken)
    {
        import.State = ImportState.Refused;
        import.RefusedBecause = because;
        import.FinishedAt = work.Now;
        await work.DropFileAsync(import.Id, cancellationToken);
        work.Record("Refused", import.Id);
    }

    private async Task ApplyAsync(Import import, ImportFile file, string claimedBy, Caller caller, CancellationToken cancellationToken)
    {
        if (import.AllOrNothing && await NewlyRefusedAsync(import, file, cancellationToken) is > 0 and var refused)
        {
            await database.WriteAsync(caller, OperationKind.ApplyImport, async work =>
            {
                if (await work.MineAsync(import.Id, claimedBy, cancellationToken) is not { } mine)
                {
                    work.Abandon();
                    return false;
                }

                mine.ClaimedBy = null;
                mine.ClaimedUntil = null;
                mine.Refused = refused;
                await RefuseAsync(work, mine, "確認のあとで登録の内容が変わり、取り込めない行ができました。全部か無しかの指定のため、何も取り込んでいません。", cancellationToken);
                return true;
            }, cancellationToken: cancellationToken);
            return;
        }

        using var rows = new ApplyRows(database, keyStore, caller, new ImportRun(import.Id, import.FileName, claimedBy, file));
        if (await rows.RunAsync(cancellationToken) is { } counts)
            await database.EndImportAsync(import.Id, claimedBy, counts, caller, cancellationToken);
    }

    // Rows that this import added before it was cut off are unchanged now, never refused.
    private async Task<int> NewlyRefusedAsync(Import import, ImportFile file, CancellationToken cancellationToken) =>
        await survey.RunAsync(new(import.Municipality, file, Compare: true), cancellationToken) is SurveyShipment.Readable readable ? readable.Counts.Refused : 1;

    private Task<bool> GiveUpAsync(Import import, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.CancelImport, async work =>
        {
            if (!await work.CancelImportAsync(import.Id, [ImportState.Receiving], cancellationToken))
            {
                work.Abandon();
                return false;
            }

            work.Record("Cancelled", import.Id, "Broken off");
            return true;
        }, cancellationToken: cancellationToken);

    private Task<int> ForgetAsync(MunicipalityCode municipality, Guid importId, CancellationToken cancellationToken) => database.DirectoryAsync(context =>
        context.WorkItems.Where(row => row.Municipality == municipality && row.SubjectId == importId).ExecuteDeleteAsync(cancellationToken), cancellationToken);

    private Task<bool> LetGoAsync(Guid importId, string claimedBy, Caller caller) =>
        database.WriteAsync(caller, OperationKind.ApplyImport, async work =>
        {
            var now = work.Now;
            await work.Context.Imports.Where(row => row.Id == importId && row.ClaimedBy == claimedBy)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.ClaimedBy, (string?)null).SetProperty(row => row.ClaimedUntil, (DateTimeOffset?)null));
            await work.Context.WorkItems.Where(row => row.Municipality == work.Municipality && row.SubjectId == importId)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, now));
            work.Record("Interrupted", importId);
            return true;
        });

    private static OperationKind KindOf(ImportState state) => state == ImportState.Applying ? OperationKind.ApplyImport : OperationKind.UploadImport;

    private static string Words(FileRefused why) => why.Column.Length == 0
        ? FormattableString.Invariant($"{why.Line}行目: {why.Reason}")
        : FormattableString.Invariant($"{why.Line}行目「{why.Column}」: {why.Reason}");
}
