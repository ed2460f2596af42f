using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Lists;
using Tewatashi.Staff;

namespace Tewatashi.Reservations.Waiting;

/// <summary>空き待ちの一覧: everyone who waits, who has waited longest first, as offers go; by 製造管理番号, without names.</summary>
public sealed class WaitList : OfficeList<WaitList.Row>
{
    public static readonly ListField<Guid> Counter = ListFields.FromDatabase("Counter", "交付窓口");
    public static readonly ListField<PartOfDay> Part = ListFields.Choice<PartOfDay>("Part", "時間帯", part => part.Name());
    public static readonly ListField<bool> Offered = ListFields.Flag("Offered", "ご案内", "ご案内中", "まだ");
    public static readonly ListField<Channel> Way = ListFields.Choice<Channel>("Way", "登録の方法", channel => channel.Name(), Channel.Web, Channel.Phone);
    public static readonly ListField<DateOnly> Day = ListFields.Day("Day", "希望の期間に入る日");

    public sealed record Row : ListRow
    {
        public required SerialNumber SerialNumber { get; init; }
        public required DateOnly FromOn { get; init; }
        public required DateOnly ToOn { get; init; }
        public required PartOfDay Part { get; init; }
        public required Channel Channel { get; init; }
        public required int Persons { get; init; }
        public required DateTimeOffset CreatedAt { get; init; }

        /// <summary>Until when the open offer can be accepted; null where there is none.</summary>
        public required DateTimeOffset? OfferUntil { get; init; }

        public string? Counters { get; set; }
    }

    public override string Code => "waiting";
    public override string Name => "空き待ちの一覧";
    public override string Path => "/waiting";
    public override Permission Permission => Permission.BookForCaller;
    public override OperationKind? Viewed => OperationKind.ViewWaitingList;
    public override string DefaultOrder => "CreatedAt";
    public override IReadOnlyList<ListField> Fields { get; } = [Counter, Part, Offered, Way, Day];

    protected override IReadOnlyList<ListColumn<Row>> Of { get; } =
    [
        new("Serial", "製造管理番号", row => row.SerialNumber.Display, By(row => row.SerialNumber)) { Link = row => $"/desk/{row.CardId}" },
        new("FromOn", "この日から", row => row.FromOn, By(row => row.FromOn).Then(row => row.CreatedAt)),
        new("ToOn", "この日まで", row => row.ToOn, By(row => row.ToOn).Then(row => row.CreatedAt)),
        new("Part", "時間帯", row => row.Part.Name()),
        new("Counters", "窓口", row => row.Counters),
        new("Persons", "人数", row => row.Persons, By(row => row.Persons).Then(row => row.CreatedAt)),
        new("Way", "登録の方法", row => row.Channel.Name()),
        new("CreatedAt", "登録", row => row.CreatedAt, By(row => row.CreatedAt)),
        new("OfferUntil", "ご案内の期限", row => row.OfferUntil, By(row => row.OfferUntil).Then(row => row.CreatedAt)),
    ];

    internal override async Task<IReadOnlyDictionary<string, IReadOnlyList<ListChoice>>> ChoicesAsync(TewatashiContext context, CancellationToken cancellationToken) => new Dictionary<string, IReadOnlyList<ListChoice>>
    {
        [Counter.Key] = [.. (await context.Counters.OrderBy(row => row.Code).Select(row => new { row.Id, row.Name }).ToListAsync(cancellationToken)).Select(row => new ListChoice(row.Id.ToString(), row.Name))],
    };

    internal override IQueryable<Row> Rows(TewatashiContext context, DateTimeOffset now, ListFilter filter)
    {
        var waits = context.WaitingEntries.AsNoTracking().Where(row => row.EndedAt == null);
        if (filter.Of(Counter) is { } counter) waits = waits.Where(row => context.WaitingCounters.Any(wanted => wanted.WaitingId == row.Id && wanted.CounterId == counter));
        if (filter.Of(Part) is { } part) waits = waits.Where(row => row.PartOfDay == part);
        if (filter.Of(Offered) is { } offered) waits = waits.Where(row => context.SeatOffers.Any(offer => offer.WaitingId == row.Id && offer.EndedAt == null && offer.ExpiresAt > now) == offered);
        if (filter.Of(Way) is { } way) waits = waits.Where(row => row.Channel == way);
        if (filter.Of(Day) is { } day) waits = waits.Where(row => row.FromOn <= day && day <= row.ToOn);
        return
            from wait in waits
            join card in context.Cards on wait.CardId equals card.Id
            select new Row
            {
                Id = wait.Id,
                CardId = wait.CardId,
                SerialNumber = card.SerialNumber,
                FromOn = wait.FromOn,
                ToOn = wait.ToOn,
                Part = wait.PartOfDay,
                Channel = wait.Channel,
                Persons = context.WaitingPersons.Count(person => person.WaitingId == wait.Id),
                CreatedAt = wait.CreatedAt,
                OfferUntil = context.SeatOffers.Where(offer => offer.WaitingId == wait.Id && offer.EndedAt == null && offer.ExpiresAt > now).Select(offer => (DateTimeOffset?)offer.ExpiresAt).FirstOrDefault(),
            };
    }

    internal override async Task FillAsync(TewatashiContext context, DateTimeOffset now, IReadOnlyList<Row> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(row => row.Id).ToList();
        var counters = (await context.WaitingCounters.AsNoTracking().Where(row => ids.Contains(row.WaitingId))
            .Join(context.Counters, row => row.CounterId, counter => counter.Id, (row, counter) => new { row.WaitingId, counter.Code, counter.Name }).ToListAsync(cancellationToken)).ToLookup(row => row.WaitingId);
        foreach (var row in rows) row.Counters = string.Join('、', counters[row.Id].OrderBy(counter => counter.Code.Value, StringComparer.Ordinal).Select(counter => counter.Name));
    }
}
