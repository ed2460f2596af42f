using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Text;

namespace Tewatashi.Imports.Changes;

/// <summary>
/// 異動リストの読み取り: reads the register's change list and keeps, sealed, the rows that may name an applicant of ours. All other rows are counted
/// and forgotten at once. Where a row cannot be read nothing is kept.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class UploadChanges(Database database, KeyStore keys)
{
    private const int LongestName = 200;

    /// <param name="FileName">As the browser says.</param>
    /// <param name="Encoding">Null: by the file's mark, else CP932.</param>
    public sealed record Request(string FileName, ImportEncoding? Encoding, Stream Content);

    public abstract record Outcome;

    public sealed record Uploaded(Guid ListId) : Outcome;

    /// <summary>Nothing was kept; the lines to mend, without what they held.</summary>
    public sealed record NotReadable(IReadOnlyList<RowProblem> Problems) : Outcome;

    /// <summary>Too long, or holds what may be a 個人番号.</summary>
    public sealed record NameRefused : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        if (Typed.Line(Path.GetFileName(request.FileName.Replace('\\', '/'))) is not { Length: <= LongestName } name || IndividualNumber.ContainsOne(name)) return new NameRefused();
        var (persons, problems) = await ChangeFile.ReadAsync(request.Content, request.Encoding, cancellationToken);
        if (problems.Count > 0) return new NotReadable(problems);
        return await database.WriteAsync<Outcome>(caller, OperationKind.UploadChanges, async work =>
        {
            var keepsYear = await work.Context.Settings.Select(row => row.BirthYearDecision != null).SingleAsync(cancellationToken);
            var candidates = await new ChangeCandidates(work.Context, new ApplicantItems(keys, work.Municipality)).FindAsync([.. persons.Select(person => (person.KanaName, person.Birthday))], cancellationToken);
            var matched = persons.Zip(candidates).Where(pair => pair.Second.Count > 0).Select(pair => pair.First).ToList();
            var list = new ChangeList
            {
                Municipality = work.Municipality,
                Id = Ids.New(),
                FileName = name,
                State = ChangeListState.Previewed,
                Rows = persons.Count,
                WithoutMatch = persons.Count - matched.Count,
                UploadedAt = work.Now,
                UploadedBy = work.Caller.Actor.Id,
            };
            work.Context.Add(list);
            await work.Context.SaveChangesAsync(cancellationToken);
            var items = new ChangeRowItems(keys, work.Municipality);
            await work.Provider.InsertManyAsync(work.Context, matched.ConvertAll(person => RowOf(work, list.Id, items, keepsYear ? person : person with { Birthday = person.Birthday.WithoutYear() })), cancellationToken);
            work.Record(nameof(Uploaded), list.Id, FormattableString.Invariant($"{persons.Count} {matched.Count}"));
            return new Uploaded(list.Id);
        }, (_, first) => Task.FromResult<Outcome>(new Uploaded(first.SubjectId!.Value)), cancellationToken); // recorded with its id
    }

    private static ChangeRow RowOf(Work work, Guid listId, ChangeRowItems items, ChangedPerson person)
    {
        var id = Ids.New();
        return new ChangeRow
        {
            Municipality = work.Municipality,
            Id = id,
            ListId = listId,
            Line = person.Line,
            KanaName = items.Seal(id, person.KanaName),
            Birthday = items.Seal(id, person.Birthday),
            Kind = person.Kind,
            ChangedOn = person.ChangedOn,
            State = ChangeRowState.Open,
        };
    }
}
