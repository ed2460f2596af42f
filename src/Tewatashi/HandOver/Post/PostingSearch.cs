using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;

namespace Tewatashi.HandOver.Post;

/// <summary>Finds the last sending of a card by what was scanned or typed.</summary>
internal static class PostingSearch
{
    internal sealed record Found(Card Card, Posting Posting);

    /// <summary>Null where no such card was ever posted. The card is tracked; the sending is as it was read.</summary>
    public static async Task<Found?> FindAsync(TewatashiContext context, PostedCode code, CancellationToken cancellationToken)
    {
        var postings = code switch
        {
            PostedCode.Serial(var serial) => context.Postings.Where(row => context.Cards.Any(card => card.Id == row.CardId && card.SerialNumber == serial)),
            PostedCode.Tracking(var number) => context.Postings.Where(row => row.TrackingNumber == number),
            _ => throw new InvalidOperationException($"{code.GetType().Name} names no sending."),
        };
        if (await postings.AsNoTracking().OrderByDescending(row => row.PostedAt).ThenByDescending(row => row.Id).FirstOrDefaultAsync(cancellationToken) is not { } posting) return null;
        return new Found(await context.Cards.SingleAsync(row => row.Id == posting.CardId, cancellationToken), posting);
    }

    /// <summary>The sending as it was read and nobody changed meanwhile.</summary>
    public static IQueryable<Posting> Unchanged(this TewatashiContext context, Posting posting) =>
        context.Postings.Where(row => row.Id == posting.Id && row.State == posting.State && row.Version == posting.Version);
}
