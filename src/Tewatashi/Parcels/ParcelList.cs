using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Lists;
using Tewatashi.Staff;
using Tewatashi.Storage;
using Tewatashi.Time;

namespace Tewatashi.Parcels;

/// <summary>移送便の一覧: every parcel between offices that there ever was, with what it carried. Names no card.</summary>
public sealed class ParcelList : OfficeList<ParcelList.Row>
{
    public static readonly ListField<ParcelState> State = ListFields.Choice<ParcelState>("State", "状況", state => state.Name());
    public static readonly ListField<bool> Overdue = ListFields.Flag("Overdue", "遅れ", "届く日を過ぎている", "過ぎていない");
    public static readonly ListField<bool> Differs = ListFields.Flag("Differs", "過不足", "あった", "なかった");
    public static readonly ListField<Guid> Origin = ListFields.FromDatabase("Origin", "送り元");
    public static readonly ListField<Guid> Aim = ListFields.FromDatabase("Aim", "送り先");
    public static readonly ListSpan Days = new("始めた日");

    public sealed record Row : ListRow
    {
        public required ParcelNumber Number { get; init; }
        public required string Origin { get; init; }
        public required string Aim { get; init; }
        public required ParcelState State { get; init; }

        /// <summary>In it; once it is closed, those that arrived.</summary>
        public required int Cards { get; init; }

        public required int Missing { get; init; }
        public required int Extra { get; init; }
        public required DateTimeOffset OpenedAt { get; init; }
        public required DateTimeOffset? SentAt { get; init; }
        public required DateOnly? DueOn { get; init; }
        public required DateTimeOffset? EndedAt { get; init; }
        public required bool IsOverdue { get; init; }
    }

    public override string Code => "parcels";
    public override string Name => "移送便の一覧";
    public override string Path => "/parcels";
    public override Permission Permission => Permission.MoveCards;
    public override string DefaultOrder => "OpenedAt";
    public override bool DefaultDescending => true;
    public override string Counted => "便";
    public override IReadOnlyList<ListField> Fields { get; } = [State, Overdue, Differs, Origin, Aim, Days.From, Days.Until];

    protected override IReadOnlyList<ListColumn<Row>> Of { get; } =
    [
        new("Number", "移送便番号", row => row.Number.Display, By(row => row.Number)) { Link = row => $"/parcels/{row.Id}" },
        new("Origin", "送り元", row => row.Origin, By(row => row.Origin)),
        new("Aim", "送り先", row => row.Aim, By(row => row.Aim)),
        new("State", "状況", row => row.IsOverdue ? $"{row.State.Name()} 遅れ" : row.State.Name(), By(row =>
            row.State == ParcelState.Packing ? 0 : row.State == ParcelState.OnTheWay ? 1 : row.State == ParcelState.Received ? 2 : 3)) { Tone = row => ToneOf(row) },
        new("Cards", "枚数", row => row.Cards),
        new("Missing", "不足", row => row.Missing, By(row => row.Missing)),
        new("Extra", "余り", row => row.Extra, By(row => row.Extra)),
        new("OpenedAt", "始めた時刻", row => row.OpenedAt, By(row => row.OpenedAt)),
        new("SentAt", "送った時刻", row => row.SentAt, By(row => row.SentAt)),
        new("DueOn", "届く日", row => row.DueOn, By(row => row.DueOn)),
        new("EndedAt", "終わった時刻", row => row.EndedAt, By(row => row.EndedAt)),
    ];

    internal override async Task<IReadOnlyDictionary<string, IReadOnlyList<ListChoice>>> ChoicesAsync(TewatashiContext context, CancellationToken cancellationToken)
    {
        var offices = await OfficesAsync(context, cancellationToken);
        return new Dictionary<string, IReadOnlyList<ListChoice>> { [Origin.Key] = offices, [Aim.Key] = offices };
    }

    internal override IQueryable<Row> Rows(TewatashiContext context, DateTimeOffset now, ListFilter filter)
    {
        var today = JapanTime.DateOf(now);
        var parcels = context.Parcels.AsNoTracking();
        if (filter.Of(State) is { } state) parcels = parcels.Where(row => row.State == state);
        if (filter.Of(Overdue) is { } overdue) parcels = parcels.Where(row => ((row.State == ParcelState.OnTheWay || row.State == ParcelState.Received) && row.DueOn < today) == overdue);
        if (filter.Of(Differs) is { } differs)
            parcels = parcels.Where(row => context.ParcelLines.Any(line => line.ParcelId == row.Id && (line.State == ParcelLineState.Missing || line.State == ParcelLineState.Extra)) == differs);
        if (filter.Of(Origin) is { } origin) parcels = parcels.Where(row => row.FromBuildingId == origin);
        if (filter.Of(Aim) is { } aim) parcels = parcels.Where(row => row.ToBuildingId == aim);
        parcels = Days.Within(parcels, filter, row => row.OpenedAt);

        return
            from parcel in parcels
            join start in context.Locations on parcel.FromBuildingId equals start.Id
            join goal in context.Locations on parcel.ToBuildingId equals goal.Id
            select new Row
            {
                Id = parcel.Id,
                Number = parcel.Number,
                Origin = start.Name,
                Aim = goal.Name,
                State = parcel.State,
                Cards = context.ParcelLines.Count(line => line.ParcelId == parcel.Id && line.State == (parcel.State == ParcelState.Closed ? ParcelLineState.Arrived : ParcelLineState.Packed)),
                Missing = context.ParcelLines.Count(line => line.ParcelId == parcel.Id && line.State == ParcelLineState.Missing),
                Extra = context.ParcelLines.Count(line => line.ParcelId == parcel.Id && line.State == ParcelLineState.Extra),
                OpenedAt = parcel.OpenedAt,
                SentAt = parcel.SentAt,
                DueOn = parcel.DueOn,
                EndedAt = parcel.EndedAt,
                IsOverdue = (parcel.State == ParcelState.OnTheWay || parcel.State == ParcelState.Received) && parcel.DueOn < today,
            };
    }

    private static async Task<IReadOnlyList<ListChoice>> OfficesAsync(TewatashiContext context, CancellationToken cancellationToken) =>
        [.. (await context.Locations.Where(row => row.Kind == LocationKind.Building).OrderBy(row => row.Path).Select(row => new { row.Id, row.Name }).ToListAsync(cancellationToken))
            .Select(row => new ListChoice(row.Id.ToString(), row.Name))];

    private static ListTone ToneOf(Row row) => row switch
    {
        { IsOverdue: true } => ListTone.Error,
        { State: ParcelState.Closed } => ListTone.Success,
        { State: ParcelState.GivenUp } => ListTone.Neutral,
        _ => ListTone.Info,
    };
}
