using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Lists;
using Tewatashi.Staff;
using Tewatashi.Storage;
using Tewatashi.Time;

namespace Tewatashi.Transfers;

/// <summary>移送するカードの一覧: which cards must travel to which office by when, and those that did; by 製造管理番号, without names.</summary>
public sealed class TransferList : OfficeList<TransferList.Row>
{
    /// <summary>How a card that is ordered to another office stands.</summary>
    public enum Stand
    {
        ToSend,

        /// <summary>Its day to leave has passed.</summary>
        Late,

        /// <summary>移送中: in a parcel.</summary>
        OnTheWay,

        /// <summary>It lies in the other office already.</summary>
        There,
    }

    public static readonly ListField<TransferState> State = ListFields.Choice<TransferState>("State", "指示", Word);
    public static readonly ListField<bool> OnTheWay = ListFields.Flag("OnTheWay", "便", "便の中", "便の外");
    public static readonly ListField<bool> ByStaff = ListFields.Flag("ByStaff", "理由", "職員の指示", "予約");
    public static readonly ListField<Guid> Origin = ListFields.FromDatabase("Origin", "送り元");
    public static readonly ListField<Guid> Aim = ListFields.FromDatabase("Aim", "送り先");
    public static readonly ListSpan Days = new("着く日");

    public sealed record Row : ListRow
    {
        public required SerialNumber SerialNumber { get; init; }
        public required string? LiesIn { get; init; }
        public required PlaceKind Place { get; init; }
        public required string Origin { get; init; }
        public required string Aim { get; init; }
        public required DateOnly NeededOn { get; init; }
        public required bool ByStaff { get; init; }
        public required TransferState State { get; init; }
        public required DateTimeOffset OrderedAt { get; init; }

        /// <summary>Path of the office to which it goes.</summary>
        public required string AimPath { get; init; }

        /// <summary>The last day on which it can leave to be there in time, inclusive; null once the order ended.</summary>
        public DateOnly? LeavesBy { get; set; }

        /// <summary>Null once the order ended.</summary>
        public Stand? Stand { get; set; }
    }

    public override string Code => "transfers";
    public override string Name => "移送するカードの一覧";
    public override string Path => "/transfers";
    public override Permission Permission => Permission.MoveCards;
    public override OperationKind? Viewed => OperationKind.ViewTransfers;
    public override string DefaultOrder => "NeededOn";
    public override string Counted => "枚";
    public override IReadOnlyList<ListField> Fields { get; } = [State, OnTheWay, ByStaff, Origin, Aim, Days.From, Days.Until];

    /// <summary>What must still travel, until somebody asks for what did.</summary>
    public override IReadOnlyDictionary<string, string> Prefill(DateOnly today) => new Dictionary<string, string> { [State.Key] = nameof(TransferState.Ordered) };

    protected override IReadOnlyList<ListColumn<Row>> Of { get; } =
    [
        new("Serial", "製造管理番号", row => row.SerialNumber.Display, By(row => row.SerialNumber)) { Link = row => $"/cards/{row.CardId}" },
        new("LiesIn", "いまの場所", row => row.LiesIn ?? row.Place.Name(), By(row => row.LiesIn)),
        new("Origin", "送り元", row => row.Origin, By(row => row.Origin)),
        new("Aim", "送り先", row => row.Aim, By(row => row.Aim)),
        new("LeavesBy", "送る日(この日まで)", row => row.LeavesBy),
        new("NeededOn", "着く日", row => row.NeededOn, By(row => row.NeededOn)),
        new("ByStaff", "理由", row => row.ByStaff ? "職員の指示" : "予約"),
        new("State", "状況", row => row.Stand is { } stand ? Word(stand) : Word(row.State)) { Tone = row => row.Stand is { } stand ? ToneOf(stand) : row.State == TransferState.Arrived ? ListTone.Success : ListTone.Neutral },
        new("OrderedAt", "指示した時刻", row => row.OrderedAt, By(row => row.OrderedAt)),
    ];

    internal override async Task<IReadOnlyDictionary<string, IReadOnlyList<ListChoice>>> ChoicesAsync(TewatashiContext context, CancellationToken cancellationToken)
    {
        IReadOnlyList<ListChoice> offices = [.. (await context.Locations.Where(row => row.Kind == LocationKind.Building).OrderBy(row => row.Path).Select(row => new { row.Id, row.Name }).ToListAsync(cancellationToken))
            .Select(row => new ListChoice(row.Id.ToString(), row.Name))];
        return new Dictionary<string, IReadOnlyList<ListChoice>> { [Origin.Key] = offices, [Aim.Key] = offices };
    }

    internal override IQueryable<Row> Rows(TewatashiContext context, DateTimeOffset now, ListFilter filter)
    {
        var orders = Days.Within(context.TransferOrders.AsNoTracking(), filter, row => row.NeededOn);
        if (filter.Of(State) is { } state) orders = orders.Where(row => row.State == state);
        if (filter.Of(ByStaff) is { } byStaff) orders = orders.Where(row => row.VisitId == null == byStaff);
        if (filter.Of(Origin) is { } origin) orders = orders.Where(row => row.FromBuildingId == origin);
        if (filter.Of(Aim) is { } aim) orders = orders.Where(row => row.ToBuildingId == aim);
        var cards = context.Cards.AsQueryable();
        if (filter.Of(OnTheWay) is { } onTheWay) cards = cards.Where(row => row.PlaceKind == PlaceKind.Transit == onTheWay);
        return
            from order in orders
            join card in cards on order.CardId equals card.Id
            join start in context.Locations on order.FromBuildingId equals start.Id
            join goal in context.Locations on order.ToBuildingId equals goal.Id
            join place in context.Locations on card.LocationId equals (Guid?)place.Id into places
            from place in places.DefaultIfEmpty()
            select new Row
            {
                Id = order.Id,
                CardId = order.CardId,
                SerialNumber = card.SerialNumber,
                LiesIn = place.Path,
                Place = card.PlaceKind,
                Origin = start.Name,
                Aim = goal.Name,
                NeededOn = order.NeededOn,
                ByStaff = order.VisitId == null,
                State = order.State,
                OrderedAt = order.OrderedAt,
                AimPath = goal.Path,
            };
    }

    internal override async Task FillAsync(TewatashiContext context, DateTimeOffset now, IReadOnlyList<Row> rows, CancellationToken cancellationToken)
    {
        var (leaving, today) = (await LeavingDays.ReadAsync(context, cancellationToken), JapanTime.DateOf(now));
        foreach (var row in rows.Where(row => row.State == TransferState.Ordered))
        {
            var leavesBy = leaving.Of(row.NeededOn);
            var there = row.LiesIn is { } path && (path == row.AimPath || path.StartsWith(row.AimPath + "-", StringComparison.Ordinal));
            row.LeavesBy = leavesBy;
            row.Stand = there ? Stand.There : row.Place == PlaceKind.Transit ? Stand.OnTheWay : leavesBy < today ? Stand.Late : Stand.ToSend;
        }
    }

    private static string Word(Stand stand) => stand switch
    {
        Stand.ToSend => "送る",
        Stand.Late => "送る日を過ぎています",
        Stand.OnTheWay => "便の中",
        Stand.There => "着いています",
    };

    private static ListTone ToneOf(Stand stand) => stand switch
    {
        Stand.ToSend or Stand.OnTheWay => ListTone.Info,
        Stand.Late => ListTone.Error,
        Stand.There => ListTone.Success,
    };

    private static string Word(TransferState state) => state switch
    {
        TransferState.Ordered => "移送する",
        TransferState.Cancelled => "取りやめ",
        TransferState.Arrived => "着いた",
    };
}
