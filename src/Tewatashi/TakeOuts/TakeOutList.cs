using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Lists;
using Tewatashi.Staff;

namespace Tewatashi.TakeOuts;

/// <summary>持出しの一覧: what is out or was, with whom and until when; by 製造管理番号, without names of applicants.</summary>
public sealed class TakeOutList : OfficeList<TakeOutList.Row>
{
    /// <summary>How a card that was taken out stands.</summary>
    public enum Stand
    {
        Out,
        Overdue,
        Ended,
    }

    public static readonly ListField<Stand> State = ListFields.Choice<Stand>("State", "状況", Word);
    public static readonly ListField<TakeOutKind> Where = ListFields.Choice<TakeOutKind>("Where", "行き先", kind => kind.Name());
    public static readonly ListField<Guid> Person = ListFields.FromDatabase("Person", "持ち出した職員");
    public static readonly ListSpan Days = new("持ち出した日");

    public sealed record Row : ListRow
    {
        public required SerialNumber SerialNumber { get; init; }
        public required string StaffMember { get; init; }
        public required TakeOutKind Kind { get; init; }
        public required DateTimeOffset TakenAt { get; init; }
        public required DateTimeOffset BackBy { get; init; }
        public required DateTimeOffset? EndedAt { get; init; }
        public required bool IsOverdue { get; init; }

        public Stand Stand => EndedAt is not null ? Stand.Ended : IsOverdue ? Stand.Overdue : Stand.Out;
    }

    public override string Code => "take-outs";
    public override string Name => "持出しの一覧";
    public override string Path => "/take-outs";
    public override Permission Permission => Permission.MoveCards;
    public override OperationKind? Viewed => OperationKind.ViewTakeOuts;
    public override string DefaultOrder => "BackBy";
    public override string Counted => "枚";
    public override IReadOnlyList<ListField> Fields { get; } = [State, Where, Person, Days.From, Days.Until];

    /// <summary>What is out, until somebody asks for what was.</summary>
    public override IReadOnlyDictionary<string, string> Prefill(DateOnly today) => new Dictionary<string, string> { [State.Key] = nameof(Stand.Out) };

    protected override IReadOnlyList<ListColumn<Row>> Of { get; } =
    [
        new("Serial", "製造管理番号", row => row.SerialNumber.Display, By(row => row.SerialNumber)) { Link = row => $"/cards/{row.CardId}" },
        new("StaffMember", "職員", row => row.StaffMember, By(row => row.StaffMember)),
        new("Kind", "行き先", row => row.Kind.Name()),
        new("TakenAt", "持ち出した時刻", row => row.TakenAt, By(row => row.TakenAt)),
        new("BackBy", "戻る時刻", row => row.BackBy, By(row => row.BackBy)),
        new("EndedAt", "終わった時刻", row => row.EndedAt, By(row => row.EndedAt)),
        new("State", "状況", row => Word(row.Stand)) { Tone = row => row.Stand switch { Stand.Overdue => ListTone.Error, Stand.Out => ListTone.Info, _ => ListTone.Neutral } },
    ];

    internal override async Task<IReadOnlyDictionary<string, IReadOnlyList<ListChoice>>> ChoicesAsync(TewatashiContext context, CancellationToken cancellationToken) =>
        new Dictionary<string, IReadOnlyList<ListChoice>> { [Person.Key] = await OfficeChoices.StaffAsync(context, cancellationToken) };

    internal override IQueryable<Row> Rows(TewatashiContext context, DateTimeOffset now, ListFilter filter)
    {
        var outings = Days.Within(context.TakeOuts.AsNoTracking(), filter, row => row.TakenAt);
        outings = filter.Of(State) switch
        {
            Stand.Out => outings.Where(row => row.EndedAt == null),
            Stand.Overdue => outings.Where(row => row.EndedAt == null && row.BackBy < now),
            Stand.Ended => outings.Where(row => row.EndedAt != null),
            _ => outings,
        };
        if (filter.Of(Where) is { } kind) outings = outings.Where(row => row.Kind == kind);
        if (filter.Of(Person) is { } person) outings = outings.Where(row => row.StaffMemberId == person);
        return
            from outing in outings
            join card in context.Cards on outing.CardId equals card.Id
            join member in context.StaffMembers on outing.StaffMemberId equals member.Id
            select new Row
            {
                Id = outing.Id,
                CardId = outing.CardId,
                SerialNumber = card.SerialNumber,
                StaffMember = member.DisplayName,
                Kind = outing.Kind,
                TakenAt = outing.TakenAt,
                BackBy = outing.BackBy,
                EndedAt = outing.EndedAt,
                IsOverdue = outing.EndedAt == null && outing.BackBy < now,
            };
    }

    private static string Word(Stand stand) => stand switch
    {
        Stand.Out => "持出し中",
        Stand.Overdue => "戻る時刻を過ぎています",
        Stand.Ended => "終わり",
    };
}
