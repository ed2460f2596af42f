using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Time;

namespace Tewatashi.HandOver.Post;

/// <summary>郵送交付: how many cards stand where. Names no card: <see cref="PostingList"/> does.</summary>
[UseCase(UsedBy.Staff)]
public sealed class SeePostings(Database database)
{
    /// <param name="Counts">By stage.</param>
    /// <param name="Overdue">Of those in the post, the ones posted longer ago than the municipality waits.</param>
    /// <param name="OverdueSince">Posted on this day or before, a card is overdue.</param>
    /// <param name="OverdueDays">From so many days in the post on, a card is overdue.</param>
    /// <param name="Delivered">配達済, from the beginning of all.</param>
    /// <param name="Returned">返戻 by reason, from the beginning of all.</param>
    public sealed record View(
        IReadOnlyDictionary<PostFilter, int> Counts, int Overdue, DateOnly OverdueSince, int OverdueDays, int Delivered, IReadOnlyDictionary<PostReturnReason, int> Returned);

    public Task<View> RunAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, async context =>
        {
            var overdueDays = await context.Settings.Select(row => row.PostOverdueDays).SingleAsync(cancellationToken);
            var since = JapanTime.Today(database.Clock).AddDays(-overdueDays);
            var counts = new Dictionary<PostFilter, int>();
            foreach (var filter in Enum.GetValues<PostFilter>()) counts[filter] = await PostingList.Cards(context, filter).CountAsync(cancellationToken);
            var limit = JapanTime.StartOf(since.AddDays(1));
            var overdue = await PostingList.Cards(context, PostFilter.InPost)
                .CountAsync(card => context.Postings.Any(row => row.CardId == card.Id && row.State == PostingState.Posted && row.PostedAt < limit), cancellationToken);
            var ended = await context.Postings.Where(row => row.State != PostingState.Posted).GroupBy(row => new { row.State, row.ReturnReason })
                .Select(group => new { group.Key.State, group.Key.ReturnReason, Count = group.Count() }).ToListAsync(cancellationToken);
            return new View(
                counts, overdue, since, overdueDays,
                ended.Where(row => row.State == PostingState.Delivered).Sum(row => row.Count),
                Enum.GetValues<PostReturnReason>().ToDictionary(reason => reason, reason => ended.Where(row => row.ReturnReason == reason).Sum(row => row.Count)));
        }, cancellationToken);
}
