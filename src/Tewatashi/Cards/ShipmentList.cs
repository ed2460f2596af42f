using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Lists;
using Tewatashi.Staff;

namespace Tewatashi.Cards;

/// <summary>発送の一覧: the deliveries with their counts, those still to be worked on first. Names no card.</summary>
public sealed class ShipmentList : OfficeList<ShipmentList.Row>
{
    public static readonly ListField<ShipmentState> State = ListFields.Choice<ShipmentState>("State", "状況", state => state.Name());
    public static readonly ListField<bool> Open = ListFields.Flag("Open", "合わないカード", "残っている", "残っていない");
    public static readonly ListSpan Days = new("取込");

    public sealed record Row : ListRow
    {
        public required string Name { get; init; }
        public required ShipmentState State { get; init; }
        public required DateTimeOffset AnnouncedAt { get; init; }
        public required DateTimeOffset? ClosedAt { get; init; }

        /// <summary>Cards that differ from the list and are not settled.</summary>
        public required int OpenFindings { get; init; }

        /// <summary>Null until it was counted.</summary>
        public ShipmentCount? Count { get; set; }
    }

    public override string Code => "shipments";
    public override string Name => "発送の一覧";
    public override string Path => "/shipments";
    public override Permission Permission => Permission.ReceiveCards;
    public override string DefaultOrder => "State";
    public override IReadOnlyList<ListField> Fields { get; } = [State, Open, Days.From, Days.Until];

    protected override IReadOnlyList<ListColumn<Row>> Of { get; } =
    [
        new("Name", "発送", row => row.Name, By(row => row.Name)) { Link = row => $"/shipments/{row.Id}" },
        // What is being worked on, then what is awaited, then what is done.
        new("State", "状況", row => row.State.Name(), By(row => row.State == ShipmentState.Receiving ? 0 : row.State == ShipmentState.Announced ? 1 : 2)) { Tone = row => ToneOf(row.State) },
        new("Open", "合わない", row => row.OpenFindings == 0 ? null : $"合わない {row.OpenFindings}枚", By(row => row.OpenFindings)) { Tone = _ => ListTone.Warning },
        new("Listed", "一覧の枚数", row => row.Count?.Listed),
        new("Inspected", "検品済", row => row.Count?.Inspected),
        new("Remaining", "残り", row => row.Count?.Remaining),
        new("Prepared", "交付前設定済", row => row.Count?.Prepared),
        new("Stored", "収納済", row => row.Count?.Stored),
        new("AnnouncedAt", "取込", row => row.AnnouncedAt, By(row => row.AnnouncedAt)),
        new("ClosedAt", "受入完了", row => row.ClosedAt, By(row => row.ClosedAt)),
    ];

    internal override IQueryable<Row> Rows(TewatashiContext context, DateTimeOffset now, ListFilter filter)
    {
        var shipments = context.Shipments.AsNoTracking();
        if (filter.Of(State) is { } state) shipments = shipments.Where(row => row.State == state);
        shipments = Days.Within(shipments, filter, row => row.AnnouncedAt);

        if (filter.Of(Open) is { } open) shipments = shipments.Where(row => context.ShipmentFindings.Any(finding => finding.ShipmentId == row.Id && finding.EndReason == null) == open);
        return shipments.Select(row => new Row
        {
            Id = row.Id,
            Name = row.Name,
            State = row.State,
            AnnouncedAt = row.AnnouncedAt,
            ClosedAt = row.ClosedAt,
            OpenFindings = context.ShipmentFindings.Count(finding => finding.ShipmentId == row.Id && finding.EndReason == null),
        });
    }

    internal override async Task FillAsync(TewatashiContext context, DateTimeOffset now, IReadOnlyList<Row> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(row => (Guid?)row.Id).ToList();
        var parts = (await context.Cards.Where(row => ids.Contains(row.ShipmentId)).GroupBy(row => new { row.ShipmentId, row.Progress, row.PlaceKind, Came = row.ReceivedAt != null })
            .Select(group => new { group.Key.ShipmentId, group.Key.Progress, group.Key.PlaceKind, group.Key.Came, Count = group.Count() }).ToListAsync(cancellationToken))
            .ToLookup(part => part.ShipmentId, part => new ShipmentCount.Part(part.Progress, part.PlaceKind, part.Came, part.Count));
        foreach (var row in rows) row.Count = ShipmentCount.Of(parts[row.Id]);
    }

    private static ListTone ToneOf(ShipmentState state) => state switch
    {
        ShipmentState.Announced => ListTone.Neutral,
        ShipmentState.Receiving => ListTone.Warning,
        ShipmentState.Closed => ListTone.Success,
    };
}
