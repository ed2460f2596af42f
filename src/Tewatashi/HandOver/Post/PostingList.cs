using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Lists;
using Tewatashi.Staff;
using Tewatashi.Time;

namespace Tewatashi.HandOver.Post;

/// <summary>郵送交付の一覧: the cards of the mail route that were not handed over, by 製造管理番号, without names; those posted first come first.</summary>
public sealed class PostingList : OfficeList<PostingList.Row>
{
    public static readonly ListField<PostFilter> State = ListFields.Choice<PostFilter>("State", "段階", filter => filter.Name());
    public static readonly ListSpan Days = new("郵送した日");

    public sealed record Row : ListRow
    {
        public required SerialNumber SerialNumber { get; init; }
        public required CardProgress Progress { get; init; }

        /// <summary>Null where it is not suspended.</summary>
        public required Suspension? Suspension { get; init; }

        public required bool AmendmentNeeded { get; init; }

        /// <summary>Where it lies; null where it lies in no storage place.</summary>
        public required string? Path { get; init; }

        /// <summary>Null before it was posted, and where none is recorded.</summary>
        public required TrackingNumber? Tracking { get; init; }

        /// <summary>Null before it was posted.</summary>
        public required DateTimeOffset? PostedAt { get; init; }

        /// <summary>In the post until today; null before.</summary>
        public int? Days { get; set; }

        /// <summary>In the post longer than the municipality waits.</summary>
        public bool IsOverdue { get; set; }
    }

    public override string Code => "post";
    public override string Name => "郵送交付の一覧";
    public override string Path => "/post";
    public override Permission Permission => Permission.PostCards;
    public override OperationKind? Viewed => OperationKind.ViewPostings;
    public override string DefaultOrder => "PostedAt";
    public override string Counted => "枚";
    public override IReadOnlyList<ListField> Fields { get; } = [State, Days.From, Days.Until];

    /// <summary>What is in the post, until somebody asks for another stage.</summary>
    public override IReadOnlyDictionary<string, string> Prefill(DateOnly today) => new Dictionary<string, string> { [State.Key] = nameof(PostFilter.InPost) };

    protected override IReadOnlyList<ListColumn<Row>> Of { get; } =
    [
        new("Serial", "製造管理番号", row => row.SerialNumber.Display, By(row => row.SerialNumber)) { Link = row => $"/cards/{row.CardId}" },
        new("State", "状態", StateOf),
        new("Path", "保管場所", row => row.Path, By(row => row.Path)),
        new("PostedAt", "郵送した日", row => row.PostedAt is { } at ? JapanTime.DateOf(at) : null, By(row => row.PostedAt).Then(row => row.SerialNumber)),
        new("Days", "日数", row => row.Days is { } days ? row.IsOverdue ? FormattableString.Invariant($"{days}日 超過") : FormattableString.Invariant($"{days}日") : null)
        {
            Tone = row => row.IsOverdue ? ListTone.Warning : ListTone.Plain,
        },
        new("Tracking", "引受番号", row => row.Tracking?.Display),
    ];

    internal override IQueryable<Row> Rows(TewatashiContext context, DateTimeOffset now, ListFilter filter) => Days.Within(
        from card in Cards(context, filter.Of(State))
        join posting in context.Postings.Where(row => row.State == PostingState.Posted) on card.Id equals posting.CardId into postings
        from posting in postings.DefaultIfEmpty()
        join place in context.Locations on card.LocationId equals (Guid?)place.Id into places
        from place in places.DefaultIfEmpty()
        select new Row
        {
            Id = card.Id,
            CardId = card.Id,
            SerialNumber = card.SerialNumber,
            Progress = card.Progress,
            Suspension = card.Suspension,
            AmendmentNeeded = card.AmendmentNeeded,
            Path = place.Path,
            Tracking = posting.TrackingNumber,
            PostedAt = (DateTimeOffset?)posting.PostedAt,
        }, filter, row => row.PostedAt!.Value); // of those not posted a day is null, which lies in no span

    internal override async Task FillAsync(TewatashiContext context, DateTimeOffset now, IReadOnlyList<Row> rows, CancellationToken cancellationToken)
    {
        var (most, today) = (await context.Settings.Select(row => row.PostOverdueDays).SingleAsync(cancellationToken), JapanTime.DateOf(now));
        foreach (var row in rows)
        {
            row.Days = row.PostedAt is { } at ? today.DayNumber - JapanTime.DateOf(at).DayNumber : null;
            row.IsOverdue = row.Days >= most;
        }
    }

    /// <param name="filter">Null: every card of the mail route that was not handed over.</param>
    internal static IQueryable<Card> Cards(TewatashiContext context, PostFilter? filter)
    {
        var cards = context.Cards.AsNoTracking().Where(row => row.Route == CardRoute.Post && (row.Progress == CardProgress.Prepared || row.Progress == CardProgress.PinSet));
        var free = cards.Where(row => row.Suspension == null && !row.AmendmentNeeded && row.PlaceKind != PlaceKind.Posted);
        return filter switch
        {
            null => cards,
            PostFilter.InPost => cards.Where(row => row.PlaceKind == PlaceKind.Posted),
            PostFilter.ToSetPin => free.Where(row => row.Progress == CardProgress.Prepared),
            PostFilter.ToPost => free.Where(row => row.Progress == CardProgress.PinSet),
            PostFilter.Stopped => cards.Where(row => (row.Suspension != null || row.AmendmentNeeded) && row.PlaceKind != PlaceKind.Posted),
            var other => throw new InvalidOperationException($"{other} is no stage of the mail route."),
        };
    }

    private static string StateOf(Row row) => row switch
    {
        { Suspension: { } why } => $"保留({why.Name()})",
        { AmendmentNeeded: true } => "要追記(窓口交付に変える)",
        _ => row.Progress.Name(),
    };
}
