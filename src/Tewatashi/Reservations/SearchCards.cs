using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Storage;

namespace Tewatashi.Reservations;

/// <summary>
/// Answers a saved search: any number, a scanned label, or the beginning of a kana name with or without a birthday. Shown to the person
/// who typed it, for a day. Names are found by keyed tokens, then opened, ranked and sorted here; no name stands in a statement.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class SearchCards(Database database, KeyStore keys)
{
    /// <summary>More than that is no answer: one more character is asked for.</summary>
    public const int MostHits = 200;

    // A long beginning shares its first four characters with many: so many are opened and compared here.
    private const int MostOpened = 2000;

    public sealed record Request(Guid SearchId, Guid StaffMemberId);

    public abstract record Outcome;

    /// <param name="Hits">The surest match first, then by name and number.</param>
    public sealed record Found(string Term, IReadOnlyList<CardHit> Hits) : Outcome;

    /// <summary>The label of a storage place was scanned.</summary>
    public sealed record AtLocation(Guid LocationId) : Outcome;

    public sealed record Nothing(string Term) : Outcome;

    /// <summary>Too many, or the beginning of a name is too short: type one more character.</summary>
    public sealed record TooMany(string Term) : Outcome;

    /// <summary>No such search of this person, or older than a day.</summary>
    public sealed record Gone : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.SearchCards, async work =>
        {
            var saved = await work.Context.SavedSearches.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.SearchId, cancellationToken);
            if (saved is null || saved.StaffMemberId != request.StaffMemberId || work.Now - saved.CreatedAt > SavedSearch.Kept)
            {
                work.Abandon();
                return new Gone();
            }

            var text = keys.KeysOf(work.Municipality, KeyPurpose.Applicant)
                .Decrypt(saved.Term, new ItemPlace(work.Municipality, SaveSearch.Table, SaveSearch.Column, saved.Id));
            var term = SearchTerm.Read(text);
            if (term.Location is { Value: var path }
                && await work.Context.Locations.Where(row => row.Path == path).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancellationToken) is { } locationId)
            {
                work.Record(nameof(AtLocation), saved.Id);
                return new AtLocation(locationId);
            }

            var search = new CardSearch(work.Context, new ApplicantItems(keys, work.Municipality), term, MostHits, MostOpened);
            var matches = await search.RunAsync(cancellationToken);
            if (matches is null)
            {
                work.Record(nameof(TooMany), saved.Id);
                return new TooMany(text);
            }

            if (matches.Count == 0)
            {
                work.Record(nameof(Nothing), saved.Id);
                return new Nothing(text);
            }

            var hits = await search.ShowAsync(matches, cancellationToken);
            work.Record(nameof(Found), saved.Id, FormattableString.Invariant($"{hits.Count}"), hits.Select(hit => hit.CardId));
            return new Found(text, hits);
        }, cancellationToken: cancellationToken);
}
