using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Lists;
using Tewatashi.Staff;

namespace Tewatashi.Disposal;

/// <summary>廃棄の起案の一覧: every proposal with its counts, those that go on first. Names no card.</summary>
public sealed class DisposalList : OfficeList<DisposalList.Row>
{
    public static readonly ListField<DisposalState> State = ListFields.Choice<DisposalState>("State", "状況", state => state.Name());
    public static readonly ListSpan Days = new("起案");

    public sealed record Row : ListRow
    {
        public required int Year { get; init; }
        public required int Number { get; init; }
        public required DisposalState State { get; init; }
        public required DateTimeOffset ProposedAt { get; init; }
        public required string Proposer { get; init; }
        public required DateTimeOffset? ApprovedAt { get; init; }
        public required DateTimeOffset? EndedAt { get; init; }
        public required int Cards { get; init; }

        /// <summary>廃止登録済, not destroyed yet.</summary>
        public required int Abolished { get; init; }

        public required int Destroyed { get; init; }
        public required int Dropped { get; init; }
    }

    public override string Code => "disposals";
    public override string Name => "廃棄の起案の一覧";
    public override string Path => "/disposal";
    public override Permission Permission => Permission.DisposeCards;
    public override string DefaultOrder => "State";
    public override IReadOnlyList<ListField> Fields { get; } = [State, Days.From, Days.Until];

    protected override IReadOnlyList<ListColumn<Row>> Of { get; } =
    [
        new("Number", "番号", row => FormattableString.Invariant($"{row.Year}-{row.Number:D3}"), By(row => row.Year).Then(row => row.Number)) { Link = row => $"/disposal/{row.Id}" },
        new("State", "状況", row => row.State.Name(), By(row => row.State == DisposalState.Proposed ? 0 : row.State == DisposalState.Approved ? 1 : 2)) { Tone = row => ToneOf(row.State) },
        new("Cards", "枚数", row => row.Cards, By(row => row.Cards)),
        new("Abolished", "裁断待ち", row => row.Abolished),
        new("Destroyed", "裁断済", row => row.Destroyed),
        new("Dropped", "外れた", row => row.Dropped),
        new("Proposer", "起案者", row => row.Proposer),
        new("ProposedAt", "起案の時刻", row => row.ProposedAt, By(row => row.ProposedAt)),
        new("ApprovedAt", "決裁の時刻", row => row.ApprovedAt, By(row => row.ApprovedAt)),
        new("EndedAt", "終わった時刻", row => row.EndedAt, By(row => row.EndedAt)),
    ];

    internal override IQueryable<Row> Rows(TewatashiContext context, DateTimeOffset now, ListFilter filter)
    {
        var batches = context.DisposalBatches.AsNoTracking();
        if (filter.Of(State) is { } state) batches = batches.Where(row => row.State == state);
        batches = Days.Within(batches, filter, row => row.ProposedAt);

        return batches.Select(batch => new Row
        {
            Id = batch.Id,
            Year = batch.Year,
            Number = batch.Number,
            State = batch.State,
            ProposedAt = batch.ProposedAt,
            Proposer = context.StaffMembers.Where(member => member.Id == batch.ProposedBy).Select(member => member.DisplayName).FirstOrDefault() ?? "—",
            ApprovedAt = batch.ApprovedAt,
            EndedAt = batch.EndedAt,
            Cards = context.DisposalCards.Count(card => card.BatchId == batch.Id),
            Abolished = context.DisposalCards.Count(card => card.BatchId == batch.Id && (card.State == DisposalCardState.Abolished || card.State == DisposalCardState.Scanned)),
            Destroyed = context.DisposalCards.Count(card => card.BatchId == batch.Id && card.State == DisposalCardState.Destroyed),
            Dropped = context.DisposalCards.Count(card => card.BatchId == batch.Id && card.State == DisposalCardState.DroppedOut),
        });
    }

    private static ListTone ToneOf(DisposalState state) => state switch
    {
        DisposalState.Proposed => ListTone.Warning,
        DisposalState.Approved => ListTone.Info,
        DisposalState.Closed => ListTone.Success,
        DisposalState.GivenUp => ListTone.Neutral,
    };
}
