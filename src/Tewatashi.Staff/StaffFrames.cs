using Microsoft.AspNetCore.Diagnostics;
using Tewatashi.Reservations.Calls;
using Tewatashi.Time;
using Tewatashi.Web.Frames;

namespace Tewatashi.Staff;

/// <summary>The frame around a staff page: the municipality, who is signed in, and what this person may open.</summary>
internal sealed class StaffFrames(CountCalls countCalls, TimeProvider clock) : IStaffFrameSource
{
    public async ValueTask<StaffFrame> FrameAsync(HttpContext context, CancellationToken cancellation)
    {
        if (context.Features.Get<StaffSessions.User>() is not { } user) return new StaffFrame { SearchUrl = null };
        var calls = await CallsAsync(context, user, cancellation);
        return new StaffFrame
        {
            MunicipalityName = user.MunicipalityName,
            UserName = user.DisplayName,
            RoleName = user.Roles.Name(),
            SearchUrl = user.Roles.May(Permission.ViewCards) ? "/search" : null,
            SessionEndsAt = OfficeWords.Time(JapanTime.TimeOf(user.EndsAt)),
            SessionRemaining = user.EndsAt - clock.GetUtcNow(),
            Notice = user.IsSetUp || !user.Roles.May(Permission.ManageSettings) ? null : "初期設定が終わっていません。",
            NoticeLink = new FrameLink("初期設定ガイドを開く", "/guide"),
            Navigation = new StaffNavigation([.. StaffMenu.Entries
                .Where(entry => user.Roles.May(entry.Permission))
                .Select(entry => new StaffNavigationItem(entry.Text, entry.Url, Waiting: entry.Url == StaffMenu.Calls ? calls : null))]),
        };
    }

    // The page of an error may be shown because the database does not answer: it goes without the number.
    private async Task<int?> CallsAsync(HttpContext context, StaffSessions.User user, CancellationToken cancellation) =>
        user.Roles.May(Permission.BookForCaller) && context.Features.Get<IExceptionHandlerFeature>() is null
            ? await countCalls.RunAsync(user.Municipality, cancellation)
            : null;
}
