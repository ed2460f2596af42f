using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Storage;
using Tewatashi.Text;

namespace Tewatashi.Cards;

/// <summary>
/// Takes what was typed or scanned into the search box and keeps it sealed for the page that answers, so that no name enters a URL. A
/// 個人番号 is dropped: neither kept nor logged.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class SaveSearch(Database database, KeyStore keys)
{
    internal const string Table = "saved_search";
    internal const string Column = "term";

    /// <param name="Term">As typed; the one text of the program that is not parsed before, because it may be anything.</param>
    public sealed record Request(string Term, Guid StaffMemberId);

    public abstract record Outcome;

    public sealed record Saved(Guid SearchId) : Outcome;

    /// <summary>The answer is <see cref="ScanCode.ReadTheSleeve"/>.</summary>
    public sealed record IndividualNumberDropped : Outcome;

    /// <summary>Blank, too long or not readable as a line of text.</summary>
    public sealed record NothingTyped : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        if (ScanCode.ReadAll(request.Term).OfType<ScanCode.IndividualNumberDropped>().Any()) return Task.FromResult<Outcome>(new IndividualNumberDropped());
        if (Typed.Line(request.Term) is not { } line) return Task.FromResult<Outcome>(new NothingTyped());
        return database.WriteAsync<Outcome>(caller, OperationKind.SearchCards, work =>
        {
            var id = Ids.New();
            work.Context.SavedSearches.Add(new SavedSearch
            {
                Municipality = work.Municipality,
                Id = id,
                StaffMemberId = request.StaffMemberId,
                Term = keys.KeysOf(work.Municipality, KeyPurpose.Applicant).Encrypt(line, new ItemPlace(work.Municipality, Table, Column, id)),
                CreatedAt = work.Now,
            });
            work.Record(nameof(Saved), id);
            return Task.FromResult<Outcome>(new Saved(id));
        }, (_, first) => Task.FromResult<Outcome>(new Saved(first.SubjectId!.Value)), cancellationToken); // recorded with its id
    }
}
