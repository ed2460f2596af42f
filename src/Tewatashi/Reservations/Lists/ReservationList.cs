using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Lists;
using Tewatashi.Municipalities;
using Tewatashi.Staff;

namespace Tewatashi.Reservations.Lists;

/// <summary>予約一覧: who is booked when, over any span of days, one row for each person and card; by 予約番号 and 製造管理番号, without names. Seats that are only held are no reservations.</summary>
public sealed class ReservationList : OfficeList<ReservationList.Row>
{
    public static readonly ListSpan Days = new("来庁日");
    public static readonly ListField<Guid> Counter = ListFields.FromDatabase("Counter", "交付窓口");
    public static readonly ListField<ReservationState> State = ListFields.Choice<ReservationState>("State", "状態", state => state.Name(), States);
    public static readonly ListField<Guid> Kind = ListFields.FromDatabase("Kind", "用件");
    public static readonly ListField<RecipientKind> Recipient = ListFields.Choice<RecipientKind>("Recipient", "受取人種別", kind => kind.Name());
    public static readonly ListField<Channel> Way = ListFields.Choice<Channel>("Way", "予約の方法", channel => channel.Name());

    private static ReservationState[] States => [.. Enum.GetValues<ReservationState>().Except([ReservationState.Held, ReservationState.Lapsed])];

    public sealed record Row : ListRow
    {
        public required DateOnly Day { get; init; }
        public required TimeOnly StartsAt { get; init; }
        public required string Counter { get; init; }
        public required ReservationNumber Number { get; init; }
        public required Guid VisitId { get; init; }
        public required SerialNumber? SerialNumber { get; init; }

        /// <summary>Null: 受取.</summary>
        public required string? Kind { get; init; }

        public required RecipientKind Recipient { get; init; }
        public required ReservationState State { get; init; }
        public required Channel Channel { get; init; }
        public required int Minutes { get; init; }
        public required DateTimeOffset? BookedAt { get; init; }
        public required int Ordinal { get; init; }
    }

    public override string Code => "reservations";
    public override string Name => "予約一覧";
    public override string Path => "/reservations";
    public override Permission Permission => Permission.ViewDay;
    public override OperationKind? Viewed => OperationKind.ViewReservation;
    public override string DefaultOrder => "Day";
    public override IReadOnlyList<ListField> Fields { get; } = [Days.From, Days.Until, Counter, State, Kind, Recipient, Way];

    /// <summary>From today on, as a clerk asks mostly; what was before is a field away.</summary>
    public override IReadOnlyDictionary<string, string> Prefill(DateOnly today) => new Dictionary<string, string> { [Days.From.Key] = Days.From.Write(today) };

    protected override IReadOnlyList<ListColumn<Row>> Of { get; } =
    [
        new("Number", "予約番号", row => row.Number.Display, By(row => row.Number).Then(row => row.Ordinal)),
        new("Day", "来庁日", row => row.Day, By(row => row.Day).Then(row => row.StartsAt).Then(row => row.Number).Then(row => row.Ordinal)),
        new("StartsAt", "時刻", row => row.StartsAt, By(row => row.StartsAt).Then(row => row.Day)),
        new("Counter", "交付窓口", row => row.Counter, By(row => row.Counter).Then(row => row.Day).Then(row => row.StartsAt)),
        new("Serial", "製造管理番号", row => row.SerialNumber?.Display, By(row => row.SerialNumber)) { Link = row => row.CardId is { } card ? $"/desk/{card}" : null },
        new("Kind", "用件", row => row.Kind ?? "受取"),
        new("Recipient", "受取人種別", row => row.Recipient.Name()),
        new("State", "状態", row => row.State.Name(), By(row => row.State).Then(row => row.Day).Then(row => row.StartsAt)) { Tone = row => ToneOf(row.State) },
        new("Way", "方法", row => row.Channel.Name()),
        new("Minutes", "分", row => row.Minutes) { InFileOnly = true },
        new("BookedAt", "予約した日時", row => row.BookedAt, By(row => row.BookedAt)),
    ];

    internal override async Task<IReadOnlyDictionary<string, IReadOnlyList<ListChoice>>> ChoicesAsync(TewatashiContext context, CancellationToken cancellationToken)
    {
        var counters = await context.Counters.OrderBy(row => row.Code).Select(row => new { row.Id, row.Name }).ToListAsync(cancellationToken);
        var kinds = await context.BookingKinds.OrderBy(row => row.Position).ThenBy(row => row.Id).Select(row => new { row.Id, row.Name }).ToListAsync(cancellationToken);
        return new Dictionary<string, IReadOnlyList<ListChoice>>
        {
            [Counter.Key] = [.. counters.Select(row => new ListChoice(row.Id.ToString(), row.Name))],
            // 受取 is no row of its own.
            [Kind.Key] = [new(Guid.Empty.ToString(), "受取"), .. kinds.Select(row => new ListChoice(row.Id.ToString(), row.Name))],
        };
    }

    internal override IQueryable<Row> Rows(TewatashiContext context, DateTimeOffset now, ListFilter filter)
    {
        var visits = context.Visits.AsNoTracking();
        visits = Days.Within(visits, filter, row => row.Day);
        if (filter.Of(Counter) is { } counter) visits = visits.Where(visit => visit.CounterId == counter);
        if (filter.Of(Way) is { } way) visits = visits.Where(visit => visit.Channel == way);
        var reservations = context.Reservations.Where(row => row.State != ReservationState.Held && row.State != ReservationState.Lapsed);
        if (filter.Of(State) is { } state) reservations = reservations.Where(row => row.State == state);
        if (filter.Of(Recipient) is { } recipient) reservations = reservations.Where(row => row.RecipientKind == recipient);
        if (filter.Of(Kind) is { } kind) reservations = kind == Guid.Empty ? reservations.Where(row => row.KindId == null) : reservations.Where(row => row.KindId == kind);
        return
            from visit in visits
            join reservation in reservations on visit.Id equals reservation.VisitId
            join place in context.Counters on visit.CounterId equals place.Id
            join card in context.Cards on reservation.CardId equals (Guid?)card.Id into cards
            from card in cards.DefaultIfEmpty()
            join errand in context.BookingKinds on reservation.KindId equals (Guid?)errand.Id into errands
            from errand in errands.DefaultIfEmpty()
            select new Row
            {
                Id = reservation.Id,
                CardId = reservation.CardId,
                Day = visit.Day,
                StartsAt = visit.StartsAt,
                Counter = place.Name,
                Number = visit.ReservationNumber,
                VisitId = visit.Id,
                SerialNumber = card.SerialNumber,
                Kind = errand.Name,
                Recipient = reservation.RecipientKind,
                State = reservation.State,
                Channel = visit.Channel,
                Minutes = reservation.Minutes,
                BookedAt = visit.BookedAt,
                Ordinal = reservation.Ordinal,
            };
    }

    private static ListTone ToneOf(ReservationState state) => state switch
    {
        ReservationState.Booked or ReservationState.CheckedIn => ListTone.Info,
        ReservationState.Completed => ListTone.Success,
        ReservationState.NeedsRebooking or ReservationState.NoShow or ReservationState.NotHandedOver => ListTone.Warning,
        _ => ListTone.Neutral,
    };
}
