using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Text;

namespace Tewatashi.Imports;

/// <summary>
/// Takes a file in from a page, as it arrives: encrypted piece by piece, never whole in memory nor in a temporary file. When the
/// last piece is there, the file waits to be looked through.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class UploadImport(Database database, KeyStore keyStore)
{
    /// <summary>Largest file taken, in bytes: three million rows.</summary>
    public const long MaxBytes = 320L * 1024 * 1024;

    private const int MaxFileName = 200;
    private const int PartsAtOnce = 16;

    /// <summary>A file that stopped arriving is given up after this time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public abstract record Outcome;

    public sealed record Uploaded(Guid ImportId) : Outcome;

    /// <summary>Nothing was chosen, or an empty file.</summary>
    public sealed record Empty : Outcome;

    public sealed record TooLarge : Outcome;

    /// <summary>The file's name holds a 個人番号, or is no name.</summary>
    public sealed record NameRefused : Outcome;

    /// <param name="Content">The file as it arrives; read once.</param>
    public sealed record Request(string FileName, ImportProfile Profile, ImportEncoding? Encoding, bool AllOrNothing, Stream Content);

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        var name = Typed.Line(Path.GetFileName(request.FileName.Replace('\\', '/')));
        if (name is null || name.Length > MaxFileName || IndividualNumber.ContainsOne(name)) return new NameRefused();
        var buffer = new byte[ImportParts.Size];
        var length = await request.Content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        if (length == 0) return new Empty();

        var (importId, isRepeat) = await BeginAsync(request, name, caller, cancellationToken);
        if (isRepeat) return new Uploaded(importId);
        var each = caller with { OperationId = null };
        try
        {
            if (await StoreAsync(importId, request.Content, buffer, length, each, cancellationToken) is { } bytes)
            {
                await EndAsync(importId, bytes, each, cancellationToken);
                return new Uploaded(importId);
            }

            await GiveUpAsync(importId, "TooLarge", each);
            return new TooLarge();
        }
        catch
        {
            await GiveUpAsync(importId, "Broken off", each);
            throw;
        }
    }

    private Task<(Guid ImportId, bool IsRepeat)> BeginAsync(Request request, string name, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(
            caller,
            OperationKind.UploadImport,
            work =>
            {
                var import = new Import
                {
                    Municipality = work.Municipality,
                    Id = Ids.New(),
                    FileName = name,
                    Profile = request.Profile.Name,
                    Encoding = request.Encoding?.ToString(),
                    AllOrNothing = request.AllOrNothing,
                    State = ImportState.Receiving,
                    ActorId = caller.Actor.Id,
                    StartedAt = work.Now,
                };
                work.Context.Imports.Add(import);
                work.Context.WorkItems.Add(new WorkItem
                {
                    Municipality = work.Municipality,
                    Kind = WorkKind.ReadImport,
                    SubjectId = import.Id,
                    DueAt = work.Now + Patience,
                });
                work.Record("Receiving", import.Id, request.Profile.Name);
                return Task.FromResult((import.Id, false));
            },
            (_, first) => Task.FromResult((first.SubjectId ?? throw new InvalidOperationException("The entry names its import."), true)),
            cancellationToken);

    /// <summary>The file's length; null where it is over the limit.</summary>
    private async Task<long?> StoreAsync(Guid importId, Stream content, byte[] buffer, int length, Caller caller, CancellationToken cancellationToken)
    {
        var parts = new ImportParts(keyStore, caller.Municipality, importId);
        var waiting = new List<ImportPart>(PartsAtOnce);
        var ordinal = 0;
        long bytes = 0;
        for (; length > 0; length = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken))
        {
            bytes += length;
            if (bytes > MaxBytes) return null;
            waiting.Add(parts.Seal(ordinal++, buffer.AsSpan(0, length)));
            if (waiting.Count < PartsAtOnce) continue;
            await StoreAsync(importId, waiting, caller, cancellationToken);
            waiting.Clear();
        }

        if (waiting.Count > 0) await StoreAsync(importId, waiting, caller, cancellationToken);
        return bytes;
    }

    private Task<bool> StoreAsync(Guid importId, List<ImportPart> parts, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.UploadImport, async work =>
        {
            await work.Provider.InsertManyAsync(work.Context, parts, cancellationToken);
            var due = work.Now + Patience;
            await work.Context.WorkItems.Where(row => row.Municipality == work.Municipality && row.SubjectId == importId)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, due), cancellationToken);
            work.Record("PiecesStored", importId, FormattableString.Invariant($"{parts[0].Ordinal}-{parts[^1].Ordinal}"));
            return true;
        }, cancellationToken: cancellationToken);

    private Task<bool> EndAsync(Guid importId, long bytes, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.UploadImport, async work =>
        {
            var now = work.Now;
            await work.Context.Imports.Where(row => row.Id == importId && row.State == ImportState.Receiving)
                .ExecuteUpdateAsync(set => set
                    .SetProperty(row => row.State, ImportState.Uploaded)
                    .SetProperty(row => row.Bytes, bytes)
                    .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
            await work.Context.WorkItems.Where(row => row.Municipality == work.Municipality && row.SubjectId == importId)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, now), cancellationToken);
            work.Record("Uploaded", importId, FormattableString.Invariant($"{bytes} bytes"));
            return true;
        }, cancellationToken: cancellationToken);

    private Task<bool> GiveUpAsync(Guid importId, string why, Caller caller) =>
        database.WriteAsync(caller, OperationKind.CancelImport, async work =>
        {
            await work.CancelImportAsync(importId, [ImportState.Receiving], CancellationToken.None);
            work.Record("Cancelled", importId, why);
            return true;
        }, cancellationToken: CancellationToken.None);
}
