using System.Runtime.CompilerServices;
using Tewatashi.Staff.Live;
using Tewatashi.Time;

namespace Tewatashi.Staff.Boards;

/// <summary>The board as news of a page. They end when the person may no longer look.</summary>
/// <param name="counterId">Null: every counter.</param>
internal sealed class BoardEvents(BoardFeed feed, StaffSessions.User user, Guid? counterId)
{
    public async IAsyncEnumerable<LiveAnswer.News> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var view in feed.WatchAsync(user.Municipality, cancellationToken))
        {
            if (!view.Watchers.Contains(user.StaffMemberId)) yield break;
            var tables = LiveJson.Of(new { Median = BoardTable.Median(view, counterId), Tables = BoardTable.Of(view, counterId, mayCall: user.Roles.May(Permission.HandOver)) });
            yield return new(tables, $"{{\"at\":\"{JapanTime.TimeOf(view.At):H:mm:ss}\",\"board\":{tables}}}");
        }
    }
}
