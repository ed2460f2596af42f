using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;

namespace Tewatashi.Notices;

/// <summary>The card is over: its notice opens nothing any more, whichever state it has.</summary>
internal static class NoticeEndings
{
    public static Task WithdrawNoticesAsync(this Work work, Guid cardId, CancellationToken cancellationToken) =>
        work.Context.Notices.Where(row => row.CardId == cardId && row.State != NoticeState.Withdrawn)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, NoticeState.Withdrawn).SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
}
