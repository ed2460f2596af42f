using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;

namespace Tewatashi.Cards;

/// <summary>
/// 同じ方のカード: looks in the stock for other cards of a card's applicant, by search tokens; hits are opened to be certain. Two lookups on an
/// index, so that it costs a scan nothing that a hand would feel.
/// </summary>
internal static class SamePersonCards
{
    private const int MostOpened = 50;

    /// <summary>Those about whom nobody decided yet, in the order of their numbers.</summary>
    public static async Task<IReadOnlyList<SamePersonCard>> FindAsync(TewatashiContext context, ApplicantItems items, Guid cardId, CancellationToken cancellationToken)
    {
        if (await context.Applicants.AsNoTracking().SingleOrDefaultAsync(row => row.CardId == cardId, cancellationToken) is not { } applicant) return [];
        var rows = await (
            from other in context.Applicants.AsNoTracking()
            where other.CardId != cardId
                && (other.ApplicationIdToken == applicant.ApplicationIdToken
                    || (other.KanaToken != null && other.KanaToken == applicant.KanaToken && other.BirthdayToken == applicant.BirthdayToken))
            join card in context.Cards on other.CardId equals card.Id
            where card.Progress == CardProgress.Inspected || card.Progress == CardProgress.Prepared || card.Progress == CardProgress.PinSet
            where !context.KeptPairs.Any(pair => (pair.FirstId == cardId && pair.SecondId == card.Id) || (pair.FirstId == card.Id && pair.SecondId == cardId))
                && !context.RemadeCards.Any(link => link.EndedAt == null
                    && ((link.OldCardId == cardId && link.NewCardId == card.Id) || (link.OldCardId == card.Id && link.NewCardId == cardId)))
            orderby card.SerialNumber
            select new { Applicant = other, card.SerialNumber }).Take(MostOpened).ToListAsync(cancellationToken);
        if (rows.Count == 0) return [];
        var names = items.Open(applicant);
        return
        [
            .. rows.Select(row => (row.SerialNumber, row.Applicant.CardId, Names: items.Open(row.Applicant)))
                .Where(row => IsSame(names, row.Names))
                .Select(row => new SamePersonCard(row.CardId, row.SerialNumber, row.Names.ApplicationId == names.ApplicationId)),
        ];
    }

    /// <summary>The same application, or the same name as it sounds with the same birthday. A year that only one of them has tells nothing.</summary>
    public static bool IsSame(ApplicantNames one, ApplicantNames other) =>
        one.ApplicationId == other.ApplicationId || (HasSameName(one, other) && HasSameBirthday(one, other));

    public static bool HasSameBirthday(ApplicantNames one, ApplicantNames other) =>
        one.Birthday.SameMonthDay(other.Birthday) && (one.Birthday.Year is null || other.Birthday.Year is null || one.Birthday.Year == other.Birthday.Year);

    public static bool HasSameName(ApplicantNames one, ApplicantNames other) =>
        one.KanaName is { } name && other.KanaName is { } its && name.StrictKey == its.StrictKey;
}
