using Tewatashi.Lifecycle;
using Tewatashi.Staff;

namespace Tewatashi.Notices;

/// <summary>通知: how a card's notice stands. Third of the four machines; it begins with the issue of number and password.</summary>
public static class NoticeMachine
{
    public static readonly Machine<NoticeState, NoticeStep> Notices = new("通知",
    [
        new(NoticeState.Printed, NoticeStep.Reprint, NoticeState.Printed, "新しいパスワード", Permission.SendNotices),
        new(NoticeState.Printed, NoticeStep.Send, NoticeState.Sent, "印刷の確認", Permission.SendNotices),
        new(NoticeState.Sent, NoticeStep.Return, NoticeState.Returned, "返戻の理由", Permission.SendNotices),
        new(NoticeState.Printed, NoticeStep.Withdraw, NoticeState.Withdrawn, "新しい通知、交付、廃棄のいずれか"),
        new(NoticeState.Sent, NoticeStep.Withdraw, NoticeState.Withdrawn, "新しい通知、交付、廃棄のいずれか"),
        new(NoticeState.Returned, NoticeStep.Withdraw, NoticeState.Withdrawn, "新しい通知、交付、廃棄のいずれか"),
    ]);
}
