using Microsoft.AspNetCore.Diagnostics;
using Tewatashi.Counters;
using Tewatashi.Reservations.Calls;
using Tewatashi.Reservations.Outages;
using Tewatashi.Time;
using Tewatashi.Web.Frames;

namespace Tewatashi.Staff;

/// <summary>The frame around a staff page: the municipality, who is signed in, and what this person may open.</summary>
internal sealed class StaffFrames(CountCalls countCalls, RunningOutage runningOutage, TimeProvider clock) : IStaffFrameSource
{
    public async ValueTask<StaffFrame> FrameAsync(HttpContext context, CancellationToken cancellation)
    {
        if (context.Features.Get<StaffSessions.User>() is not { } user) return new StaffFrame { SearchUrl = null };
        var calls = await CallsAsync(context, user, cancellation);
        var outage = await OutageAsync(context, user, cancellation);
        return new StaffFrame
        {
            MunicipalityName = user.MunicipalityName,
            UserName = user.DisplayName,
            RoleName = user.Roles.Name(),
            SearchUrl = user.Roles.May(Permission.ViewCards) ? "/search" : null,
            SessionEndsAt = OfficeWords.Time(JapanTime.TimeOf(user.EndsAt)),
            SessionRemaining = user.EndsAt - clock.GetUtcNow(),
            Notice = outage is not null ? Words(outage) : user.IsSetUp || !user.Roles.May(Permission.ManageSettings) ? null : "初期設定が終わっていません。",
            NoticeLink = outage is null ? new FrameLink("初期設定ガイドを開く", "/guide")
                : user.Roles.May(Permission.HandOver) ? new FrameLink("全国システム停止の画面を開く", "/outage") : null,
            Navigation = Navigation(user.Roles, context.Request.Path, calls),
        };
    }

    private static StaffNavigation Navigation(StaffRoles roles, string? path, int? calls)
    {
        var here = StaffMenu.Of(path ?? "");
        var groups = StaffMenu.Groups.Select(group => new StaffNavigationGroup(group.Text, [.. group.Entries
            .Where(entry => roles.May(entry.Permission))
            .Select(entry => new StaffNavigationItem(entry.Text, entry.Url, entry == here, entry.Url == StaffMenu.Calls ? calls : null))]));
        return new StaffNavigation([.. groups.Where(group => group.Items.Count > 0)]);
    }

    private static string Words(OutageSpan span) =>
        $"{(span.CounterIds.Count == 0 ? "" : "一部の窓口で、")}全国システム停止中です。{OfficeWords.Instant(span.Outage.UntilAt)}まで枠を閉じています。";

    // As below: the page of an error goes without.
    private async Task<OutageSpan?> OutageAsync(HttpContext context, StaffSessions.User user, CancellationToken cancellation) =>
        context.Features.Get<IExceptionHandlerFeature>() is null ? await runningOutage.RunAsync(user.Municipality, cancellation) : null;

    // The page of an error may be shown because the database does not answer: it goes without the number.
    private async Task<int?> CallsAsync(HttpContext context, StaffSessions.User user, CancellationToken cancellation) =>
        user.Roles.May(Permission.BookForCaller) && context.Features.Get<IExceptionHandlerFeature>() is null
            ? await countCalls.RunAsync(user.Municipality, cancellation)
            : null;
}
