using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Lists;
using Tewatashi.Staff;

namespace Tewatashi.Reservations.Calls;

/// <summary>電話連絡の一覧: whom to call and why, and who was called; by 製造管理番号. The names stand on the page alone, never in the file.</summary>
public sealed class CallsList : OfficeList<CallsList.Row>
{
    /// <summary>Which calls are shown.</summary>
    public enum Stand
    {
        /// <summary>Somebody still has to do something.</summary>
        Live,
        Open,
        NotReached,
        Reached,
        Done,
        Withdrawn,
    }

    public static readonly ListField<Stand> State = ListFields.Choice<Stand>("State", "状態", Word);
    public static readonly ListField<CallReason> Reason = ListFields.Choice<CallReason>("Reason", "理由", reason => reason.Name());
    public static readonly ListField<bool> Booked = ListFields.Flag("Booked", "予約", "予約についての連絡", "カードだけの連絡");
    public static readonly ListSpan Days = new("一覧に載った日");

    public sealed record Row : ListRow
    {
        public required SerialNumber SerialNumber { get; init; }
        public required CallReason Reason { get; init; }
        public required CallState State { get; init; }
        public required int NotReached { get; init; }
        public required DateTimeOffset? DueAt { get; init; }
        public required DateTimeOffset CreatedAt { get; init; }
        public required DateTimeOffset? AnsweredAt { get; init; }
        public required ReservationNumber? Number { get; init; }
        public required DateOnly? Day { get; init; }
        public required TimeOnly? StartsAt { get; init; }
    }

    public override string Code => "calls";
    public override string Name => "電話連絡の一覧";
    public override string Path => "/calls";
    public override Permission Permission => Permission.BookForCaller;
    public override OperationKind? Viewed => OperationKind.ViewCalls;
    public override string DefaultOrder => "DueAt";
    public override IReadOnlyList<ListField> Fields { get; } = [State, Reason, Booked, Days.From, Days.Until];

    public override IReadOnlyDictionary<string, string> Prefill(DateOnly today) => new Dictionary<string, string> { [State.Key] = nameof(Stand.Live) };

    protected override IReadOnlyList<ListColumn<Row>> Of { get; } =
    [
        new("Serial", "製造管理番号", row => row.SerialNumber.Display, By(row => row.SerialNumber)) { Link = row => $"/desk/{row.CardId}" },
        new("Reason", "理由", row => row.Reason.Name(), By(row => row.Reason).Then(row => row.CreatedAt)),
        new("DueAt", "期限", row => row.DueAt, By(row => row.DueAt).Then(row => row.CreatedAt)),
        new("Day", "来庁日", row => row.Day, By(row => row.Day).Then(row => row.StartsAt)),
        new("StartsAt", "時刻", row => row.StartsAt),
        new("Number", "予約番号", row => row.Number?.Display),
        new("State", "状態", row => row.State.Name(), By(row => row.State)),
        new("NotReached", "不在の回数", row => row.NotReached, By(row => row.NotReached)),
        new("CreatedAt", "一覧に載った日時", row => row.CreatedAt, By(row => row.CreatedAt)),
        new("AnsweredAt", "連絡した日時", row => row.AnsweredAt, By(row => row.AnsweredAt)),
    ];

    internal override IQueryable<Row> Rows(TewatashiContext context, DateTimeOffset now, ListFilter filter)
    {
        var calls = Days.Within(context.Calls.AsNoTracking(), filter, row => row.CreatedAt);
        calls = filter.Of(State) switch
        {
            null => calls,
            Stand.Live => calls.Where(row => CallList.Live.Contains(row.State)),
            Stand.Open => calls.Where(row => row.State == CallState.Open),
            Stand.NotReached => calls.Where(row => row.State == CallState.NotReached),
            Stand.Reached => calls.Where(row => row.State == CallState.Reached),
            Stand.Done => calls.Where(row => row.State == CallState.Done),
            Stand.Withdrawn => calls.Where(row => row.State == CallState.Withdrawn),
            var other => throw new InvalidOperationException($"{other} is no stand of a call."),
        };
        if (filter.Of(Reason) is { } reason) calls = calls.Where(row => row.Reason == reason);
        if (filter.Of(Booked) is { } booked) calls = calls.Where(row => row.VisitId != null == booked);
        return
            from call in calls
            join card in context.Cards on call.CardId equals card.Id
            join visit in context.Visits on call.VisitId equals (Guid?)visit.Id into visits
            from visit in visits.DefaultIfEmpty()
            select new Row
            {
                Id = call.Id,
                CardId = call.CardId,
                SerialNumber = card.SerialNumber,
                Reason = call.Reason,
                State = call.State,
                NotReached = call.NotReached,
                DueAt = call.DueAt,
                CreatedAt = call.CreatedAt,
                AnsweredAt = call.AnsweredAt,
                Number = visit.ReservationNumber,
                Day = (DateOnly?)visit.Day,
                StartsAt = (TimeOnly?)visit.StartsAt,
            };
    }

    private static string Word(Stand stand) => stand switch
    {
        Stand.Live => "まだ済んでいない",
        Stand.Open => CallState.Open.Name(),
        Stand.NotReached => CallState.NotReached.Name(),
        Stand.Reached => CallState.Reached.Name(),
        Stand.Done => CallState.Done.Name(),
        Stand.Withdrawn => CallState.Withdrawn.Name(),
    };
}
