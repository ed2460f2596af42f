using Microsoft.Extensions.Logging.Abstractions;
using Tewatashi.HandOver.Boards;
using Tewatashi.Municipalities;
using Tewatashi.Staff.Boards;

namespace Tewatashi.Tests.Staff.Boards;

/// <summary>One reader of the database, whatever the number of boards open.</summary>
public sealed class BoardFeedTests
{
    private static readonly MunicipalityCode Office = MunicipalityCode.Parse("990001");
    private static readonly BoardView View = new(new DateOnly(2026, 11, 25), DateTimeOffset.UnixEpoch, [], [], new HashSet<Guid>());

    [Fact]
    public async Task Twenty_boards_are_served_by_one_reader_that_rests_when_the_last_is_closed()
    {
        var reads = 0;
        var atOnce = 0;
        var most = 0;
        var feed = new BoardFeed(async (_, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref atOnce));
            await Task.Delay(20, CancellationToken.None);
            Interlocked.Decrement(ref atOnce);
            return View with { At = View.At.AddSeconds(Interlocked.Increment(ref reads)) };
        }, TimeSpan.FromMilliseconds(200), NullLogger<BoardFeed>.Instance);

        var seen = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TakeAsync(feed, 3)));

        Assert.All(seen, views => Assert.Equal(3, views.Select(view => view.At).Distinct().Count()));
        Assert.Equal(1, most);
        Assert.InRange(reads, 3, 6);
        await Task.Delay(600, TestContext.Current.CancellationToken);
        var rested = reads;
        await Task.Delay(600, TestContext.Current.CancellationToken);
        Assert.Equal(rested, reads);
        Assert.Single(await TakeAsync(feed, 1));
    }

    [Fact]
    public async Task Board_goes_on_after_the_database_was_away()
    {
        var reads = 0;
        var feed = new BoardFeed((_, _) => Interlocked.Increment(ref reads) == 1 ? throw new TimeoutException() : Task.FromResult(View), TimeSpan.FromMilliseconds(50), NullLogger<BoardFeed>.Instance);

        Assert.Equal([View], await TakeAsync(feed, 1));
    }

    private static async Task<List<BoardView>> TakeAsync(BoardFeed feed, int count)
    {
        var taken = new List<BoardView>();
        await foreach (var view in feed.WatchAsync(Office, TestContext.Current.CancellationToken))
        {
            taken.Add(view);
            if (taken.Count == count) break;
        }

        return taken;
    }
}
