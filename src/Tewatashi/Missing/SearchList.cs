using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Lists;
using Tewatashi.Reservations;
using Tewatashi.Staff;

namespace Tewatashi.Missing;

/// <summary>捜索の一覧: cards that are looked for, those first, and every search that ended; by 製造管理番号, without names.</summary>
public sealed class SearchList : OfficeList<SearchList.Row>
{
    /// <summary>How a search stands.</summary>
    public enum Stand
    {
        Running,
        Found,
        Lost,
    }

    public static readonly ListField<Stand> State = ListFields.Choice<Stand>("State", "捜索", Word);
    public static readonly ListField<MissingReason> Reason = ListFields.Choice<MissingReason>("Reason", "気づいたとき", reason => reason.Name());
    public static readonly ListField<bool> Booked = ListFields.Flag("Booked", "予約", "あり", "なし");
    public static readonly ListSpan Days = new("始めた日");

    public sealed record Row : ListRow
    {
        public required SerialNumber SerialNumber { get; init; }
        public required MissingReason Reason { get; init; }
        public required DateTimeOffset StartedAt { get; init; }
        public required DateTimeOffset? EndedAt { get; init; }
        public required MissingEnd? EndReason { get; init; }
        public required PlaceKind LastKind { get; init; }
        public required Guid? LastLocationId { get; init; }
        public required Guid? LastCounterId { get; init; }

        /// <summary>The day of its live booking, while it is looked for; null where nobody comes for it.</summary>
        public required DateOnly? BookedOn { get; init; }

        public string? LastPlace { get; set; }
    }

    public override string Code => "missing";
    public override string Name => "捜索の一覧";
    public override string Path => "/missing";
    public override Permission Permission => Permission.MoveCards;
    public override OperationKind? Viewed => OperationKind.ViewSearch;
    public override string DefaultOrder => "State";
    public override string Counted => "枚";
    public override IReadOnlyList<ListField> Fields { get; } = [State, Reason, Booked, Days.From, Days.Until];

    /// <summary>What is looked for, until somebody asks for what was.</summary>
    public override IReadOnlyDictionary<string, string> Prefill(DateOnly today) => new Dictionary<string, string> { [State.Key] = nameof(Stand.Running) };

    protected override IReadOnlyList<ListColumn<Row>> Of { get; } =
    [
        new("Serial", "製造管理番号", row => row.SerialNumber.Display, By(row => row.SerialNumber)) { Link = row => $"/missing/{row.Id}" },
        new("State", "捜索", row => Word(StandOf(row)), By(row => row.EndedAt == null ? 0 : 1)) { Tone = row => ToneOf(StandOf(row)) },
        new("BookedOn", "予約", row => row.BookedOn, By(row => row.BookedOn)) { Tone = _ => ListTone.Error },
        new("Reason", "気づいたとき", row => row.Reason.Name()),
        new("LastPlace", "最後の場所", row => row.LastPlace),
        new("StartedAt", "始めた時刻", row => row.StartedAt, By(row => row.StartedAt)),
        new("EndedAt", "終わった時刻", row => row.EndedAt, By(row => row.EndedAt)),
    ];

    internal override IQueryable<Row> Rows(TewatashiContext context, DateTimeOffset now, ListFilter filter)
    {
        var searches = context.MissingCards.AsNoTracking();
        searches = filter.Of(State) switch
        {
            Stand.Running => searches.Where(row => row.EndedAt == null),
            Stand.Found => searches.Where(row => row.EndReason == MissingEnd.Found),
            Stand.Lost => searches.Where(row => row.EndReason == MissingEnd.Lost),
            _ => searches,
        };
        if (filter.Of(Reason) is { } reason) searches = searches.Where(row => row.Reason == reason);
        searches = Days.Within(searches, filter, row => row.StartedAt);

        var live = from reservation in context.Reservations
                   where reservation.State == ReservationState.Booked || reservation.State == ReservationState.CheckedIn || reservation.State == ReservationState.NeedsRebooking
                   join visit in context.Visits on reservation.VisitId equals visit.Id
                   select new { reservation.CardId, visit.Day };
        if (filter.Of(Booked) is { } booked) searches = searches.Where(row => (row.EndedAt == null && live.Any(one => one.CardId == row.CardId)) == booked);
        return
            from search in searches
            join card in context.Cards on search.CardId equals card.Id
            select new Row
            {
                Id = search.Id,
                CardId = search.CardId,
                SerialNumber = card.SerialNumber,
                Reason = search.Reason,
                StartedAt = search.StartedAt,
                EndedAt = search.EndedAt,
                EndReason = search.EndReason,
                LastKind = search.LastKind,
                LastLocationId = search.LastLocationId,
                LastCounterId = search.LastCounterId,
                BookedOn = search.EndedAt != null ? null : live.Where(one => one.CardId == search.CardId).Select(one => (DateOnly?)one.Day).FirstOrDefault(),
            };
    }

    internal override async Task FillAsync(TewatashiContext context, DateTimeOffset now, IReadOnlyList<Row> rows, CancellationToken cancellationToken)
    {
        var words = await PlaceWords.ReadAsync(context, rows.Select(row => row.LastLocationId), rows.Select(row => row.LastCounterId), cancellationToken);
        foreach (var row in rows) row.LastPlace = words.Of(row.LastKind, row.LastLocationId, row.LastCounterId);
    }

    private static Stand StandOf(Row row) => row.EndReason is not { } end ? Stand.Running : end switch
    {
        MissingEnd.Found => Stand.Found,
        MissingEnd.Lost => Stand.Lost,
    };

    private static string Word(Stand stand) => stand switch
    {
        Stand.Running => "捜索中",
        Stand.Found => MissingEnd.Found.Name(),
        Stand.Lost => MissingEnd.Lost.Name(),
    };

    private static ListTone ToneOf(Stand stand) => stand switch
    {
        Stand.Running => ListTone.Warning,
        Stand.Found => ListTone.Success,
        Stand.Lost => ListTone.Error,
    };
}
