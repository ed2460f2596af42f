using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;

namespace Tewatashi.Imports.Changes;

/// <summary>
/// Looks for the applicants behind the rows of a change list: by the tokens of name and birthday, opened to be certain, those whose name sounds
/// the same first. A person without a name is met by applicants without a name of the same birthday.
/// </summary>
internal sealed class ChangeCandidates(TewatashiContext context, ApplicantItems items)
{
    private const int Portion = 500;
    private const int MostOfOne = 20;

    private static readonly CardProgress[] Ours = [CardProgress.Expected, CardProgress.Received, CardProgress.Inspected, CardProgress.Prepared, CardProgress.PinSet];

    /// <summary>For each person its candidates, in the order given; at most 20 each.</summary>
    public async Task<List<IReadOnlyList<ChangeCandidate>>> FindAsync(IReadOnlyList<(KanaName? KanaName, Birthday Birthday)> persons, CancellationToken cancellationToken)
    {
        var found = new List<IReadOnlyList<ChangeCandidate>>(persons.Count);
        foreach (var portion in persons.Chunk(Portion))
        {
            var names = portion.Select(person => person.KanaName?.LooseKey).OfType<string>().Distinct().Select(items.TokenOfKana).ToList();
            var days = portion.Where(person => string.IsNullOrEmpty(person.KanaName?.LooseKey)).Select(person => person.Birthday.MonthDay).Distinct()
                .Select(day => items.TokenOf(Birthday.Parse("0000-" + day))).ToList();
            var applicants = await (
                from applicant in context.Applicants.AsNoTracking()
                where names.Contains(applicant.KanaToken!) || (applicant.KanaToken == null && days.Contains(applicant.BirthdayToken))
                join card in context.Cards on applicant.CardId equals card.Id
                where Ours.Contains(card.Progress)
                orderby card.SerialNumber
                select new { Applicant = applicant, card.Id, card.SerialNumber, card.Progress, card.Suspension, card.AmendmentNeeded }).ToListAsync(cancellationToken);
            var hits = applicants.ConvertAll(row =>
            {
                var opened = items.Open(row.Applicant);
                return new ChangeCandidate(row.Id, row.SerialNumber, opened.KanaName, opened.Birthday, row.Progress, row.Suspension, row.AmendmentNeeded, Surely: false);
            }).ToLookup(hit => hit.KanaName?.LooseKey ?? "");
            found.AddRange(portion.Select(person => Of(person.KanaName, person.Birthday, hits[person.KanaName?.LooseKey ?? ""])));
        }

        return found;
    }

    private static IReadOnlyList<ChangeCandidate> Of(KanaName? name, Birthday birthday, IEnumerable<ChangeCandidate> hits) =>
    [
        .. hits.Where(hit => hit.Birthday.SameMonthDay(birthday) && (hit.Birthday.Year is null || birthday.Year is null || hit.Birthday.Year == birthday.Year))
            .Select(hit => hit with { Surely = name is not null && hit.KanaName?.StrictKey == name.StrictKey })
            .OrderByDescending(hit => hit.Surely).Take(MostOfOne),
    ];
}
