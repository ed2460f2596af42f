namespace Tewatashi.Reservations;

/// <summary>What a changed rule meets among bookings, holds, offers and notices.</summary>
public enum RuleTouch
{
    /// <summary>Booked visits behind the new last day.</summary>
    BookedBeyond,

    /// <summary>Booked visits with more people than one visit may have.</summary>
    BookedTogether,

    /// <summary>Booked people whose minutes are others than the new ones.</summary>
    BookedForOtherMinutes,

    /// <summary>Booked people of a 受取人種別 that closes.</summary>
    BookedAsClosedKind,

    /// <summary>Booked people whose visit lies behind their card's deadline.</summary>
    BookedBehindDeadline,

    /// <summary>Booked visits that the internet could change, and no longer can.</summary>
    ChangeEnds,

    /// <summary>Booked visits that the internet could no longer change, and can again.</summary>
    ChangeBegins,

    /// <summary>仮押さえ and offers that have begun.</summary>
    HoldsBegun,

    /// <summary>Of those who came in the last four weeks: late by the rule that counts.</summary>
    LateUntilNow,

    /// <summary>Of those who came in the last four weeks: late by the new rule.</summary>
    LateFromNow,

    /// <summary>要日時変更 whose priority is running.</summary>
    PriorityBegun,

    /// <summary>Notices that were sent.</summary>
    DeadlinesSet,

    /// <summary>Booked visits that were not reminded yet.</summary>
    ToBeReminded,

    /// <summary>Offers that wait for an answer.</summary>
    OffersMade,
}

public static class RuleTouchWords
{
    /// <summary>As a sentence with its figure.</summary>
    public static string Say(this RuleTouch touch, int count) => touch switch
    {
        RuleTouch.BookedBeyond => $"予約済みの{count}件は新しい最後の日より後です。そのまま有効です。",
        RuleTouch.BookedTogether => $"予約済みの{count}件は新しい人数を超えています。そのまま有効です。",
        RuleTouch.BookedForOtherMinutes => $"予約済みの{count}人分は、予約したときの時間のままです。",
        RuleTouch.BookedAsClosedKind => $"予約済みの{count}人分は、選べなくなる受取人種別です。そのまま有効です。",
        RuleTouch.BookedBehindDeadline => $"予約済みの{count}人分は、来庁日が交付期限の後です。そのまま有効です。",
        RuleTouch.ChangeEnds => $"予約済みの{count}件は、インターネットで変更・取消ができなくなります。",
        RuleTouch.ChangeBegins => $"予約済みの{count}件は、インターネットで変更・取消がまたできます。",
        RuleTouch.HoldsBegun => $"いま手続き中の{count}件は、いまの期限のままです。",
        RuleTouch.LateUntilNow => $"これまでの4週間では、遅刻は{count}件でした。",
        RuleTouch.LateFromNow => $"新しいルールなら{count}件です。",
        RuleTouch.PriorityBegun => $"いま優先して選べる{count}件は、いまの期限のままです。",
        RuleTouch.DeadlinesSet => $"発送済みの通知{count}通の期限は、そのままです。",
        RuleTouch.ToBeReminded => $"まだお知らせしていない予約{count}件から変わります。",
        RuleTouch.OffersMade => $"返事を待っている{count}件は、いまの期限のままです。",
    };
}
