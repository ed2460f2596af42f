using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Lists;
using Tewatashi.Staff;

namespace Tewatashi.Disposal;

/// <summary>
/// 廃棄の候補の一覧: by 製造管理番号, without names. Whether a card is one is worked out card by card from rule, notices and months, which no database can say; so the
/// candidates, and they alone, are filtered and sorted after they were read.
/// </summary>
public sealed class CandidateList : OfficeList
{
    public static readonly ListField<DisposalReason> Reason = ListFields.Choice<DisposalReason>("Reason", "理由", reason => reason.Name());
    public static readonly ListSpan Days = new("候補になった日");

    public override string Code => "candidates";
    public override string Name => "廃棄の候補";
    public override string Path => "/disposal/candidates";
    public override Permission Permission => Permission.DisposeCards;
    public override OperationKind? Viewed => OperationKind.ListCandidates;
    public override string DefaultOrder => "Reason";
    public override string Counted => "枚";
    public override IReadOnlyList<ListField> Fields { get; } = [Reason, Days.From, Days.Until];

    public override IReadOnlyList<ListColumn> Columns => Of;

    private static readonly ListColumn<DisposalCandidate>[] Of =
    [
        new("Serial", "製造管理番号", row => row.SerialNumber.Display) { CanSort = true },
        new("Reason", "理由", row => row.Reason.Name()) { CanSort = true },
        new("DueOn", "候補になった日", row => row.DueOn) { CanSort = true },
        new("First", "初めの通知", row => row.FirstNoticeOn) { CanSort = true },
        new("Last", "最後の再通知", row => row.LastNoticeOn) { CanSort = true },
        new("Place", "場所", row => row.Place) { CanSort = true },
    ];

    internal override async Task<int> CountAsync(TewatashiContext context, DateTimeOffset now, ListFilter filter, CancellationToken cancellationToken) =>
        Select(await Candidates.LoadAsync(context, now, null, cancellationToken), new(this, filter)).Count;

    internal override async Task<IEnumerable<ListLine>> LinesAsync(TewatashiContext context, DateTimeOffset now, ListAsk ask, int skip, int? take, CancellationToken cancellationToken) =>
        Select(await Candidates.LoadAsync(context, now, null, cancellationToken), ask).Skip(skip).Take(take ?? int.MaxValue)
            .Select(row => new ListLine(row.CardId, row.CardId, [.. Of.Select(column => column.Of(row))]));

    /// <summary>Those that are asked for, in the order asked for; what has no value comes last, the 製造管理番号 decides between equals.</summary>
    internal static List<DisposalCandidate> Select(IEnumerable<DisposalCandidate> candidates, ListAsk ask)
    {
        var (reason, from, until) = (ask.Filter.Of(Reason), ask.Filter.Of(Days.From), ask.Filter.Of(Days.Until));
        var rows = candidates.Where(row => (reason is null || row.Reason == reason) && (from is null || row.DueOn >= from) && (until is null || row.DueOn <= until));
        var sorted = ask.SortedBy switch
        {
            "Serial" => Sort(row => row.SerialNumber.Value, StringComparer.Ordinal),
            "DueOn" => Sort(row => row.DueOn, Comparer<DateOnly?>.Default, row => row.DueOn is null),
            "First" => Sort(row => row.FirstNoticeOn, Comparer<DateOnly?>.Default, row => row.FirstNoticeOn is null),
            "Last" => Sort(row => row.LastNoticeOn, Comparer<DateOnly?>.Default, row => row.LastNoticeOn is null),
            "Place" => Sort(row => row.Place, StringComparer.Ordinal),
            _ => Sort(row => row.Reason, Comparer<DisposalReason>.Default).ThenBy(row => row.DueOn),
        };
        return [.. sorted.ThenBy(row => row.SerialNumber.Value, StringComparer.Ordinal)];

        IOrderedEnumerable<DisposalCandidate> Sort<TKey>(Func<DisposalCandidate, TKey> key, IComparer<TKey> comparer, Func<DisposalCandidate, bool>? missing = null)
        {
            var first = rows.OrderBy(missing ?? (_ => false));
            return ask.IsDescending ? first.ThenByDescending(key, comparer) : first.ThenBy(key, comparer);
        }
    }
}
