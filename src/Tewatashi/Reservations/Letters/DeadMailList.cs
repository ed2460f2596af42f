using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Lists;
using Tewatashi.Mail;
using Tewatashi.Staff;

namespace Tewatashi.Reservations.Letters;

/// <summary>
/// 届かなかったメールの一覧: what nobody may have got, the oldest first, until someone sends it again or tells the resident otherwise. The address is masked and
/// stands on the page alone, never in the file.
/// </summary>
public sealed class DeadMailList : OfficeList<DeadMailList.Row>
{
    public static readonly ListField<MailKind> Kind = ListFields.Choice<MailKind>("Kind", "種類", kind => kind.Name());
    public static readonly ListSpan Visits = new("来庁日");

    public sealed record Row : ListRow
    {
        public required MailKind Kind { get; init; }
        public required OutboxState State { get; init; }

        /// <summary>Null once the address was erased.</summary>
        public required string? Masked { get; init; }

        /// <summary>Of the visit; null without one.</summary>
        public required DateOnly? Day { get; init; }

        public required TimeOnly? StartsAt { get; init; }

        /// <summary>A code; null where none is known.</summary>
        public required string? Reason { get; init; }

        public required int Attempts { get; init; }
        public required DateTimeOffset CreatedAt { get; init; }

        /// <summary>Of the first person of the visit or wait; null where there is none any more.</summary>
        public SerialNumber? SerialNumber { get; set; }
    }

    public override string Code => "mails";
    public override string Name => "届かなかったメールの一覧";
    public override string Path => "/mails";
    public override Permission Permission => Permission.BookForCaller;
    public override OperationKind? Viewed => OperationKind.ViewMails;
    public override string DefaultOrder => "CreatedAt";
    public override string Counted => "通";
    public override IReadOnlyList<ListField> Fields { get; } = [Kind, Visits.From, Visits.Until];

    protected override IReadOnlyList<ListColumn<Row>> Of { get; } =
    [
        new("Serial", "製造管理番号", row => row.SerialNumber?.Display ?? "(なし)") { Link = row => row.CardId is { } card ? $"/desk/{card}" : null },
        new("Kind", "種類", row => row.Kind.Name(), By(row => row.Kind).Then(row => row.CreatedAt)),
        new("Masked", "宛先", row => row.Masked ?? "(消去済)") { OnPageOnly = true },
        new("Day", "来庁日", row => row.Day, By(row => row.Day).Then(row => row.StartsAt)),
        new("StartsAt", "時刻", row => row.StartsAt),
        new("Reason", "理由", row => row.Reason is { } code ? $"{MailNames.ReasonOf(code)} ({code})" : MailNames.ReasonOf(null)),
        new("Attempts", "送った回数", row => row.Attempts),
        new("CreatedAt", "作成", row => row.CreatedAt, By(row => row.CreatedAt)),
    ];

    internal override IQueryable<Row> Rows(TewatashiContext context, DateTimeOffset now, ListFilter filter)
    {
        var mails = context.Outbox.Where(row => row.State == OutboxState.Dead);
        if (filter.Of(Kind) is { } kind) mails = mails.Where(row => row.Kind == kind);
        if (filter.Of(Visits.From) is not null || filter.Of(Visits.Until) is not null)
        {
            var visits = Visits.Within(context.Visits, filter, visit => visit.Day);
            mails = mails.Where(row => visits.Any(visit => visit.Id == row.VisitId));
        }

        return RowsOf(context, mails);
    }

    internal override Task FillAsync(TewatashiContext context, DateTimeOffset now, IReadOnlyList<Row> rows, CancellationToken cancellationToken) => NumberAsync(context, rows, cancellationToken);

    /// <summary>These mails of a selection, the oldest first, in whichever state they are by now.</summary>
    internal static async Task<IReadOnlyList<Row>> SelectedAsync(TewatashiContext context, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var rows = await RowsOf(context, context.Outbox.Where(row => ids.Contains(row.Id))).OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        await NumberAsync(context, rows, cancellationToken);
        return rows;
    }

    private static IQueryable<Row> RowsOf(TewatashiContext context, IQueryable<OutboxMail> mails) =>
        from mail in mails.AsNoTracking()
        join contact in context.Contacts on mail.ContactId equals contact.Id into contacts
        from contact in contacts.DefaultIfEmpty()
        join visit in context.Visits on mail.VisitId equals (Guid?)visit.Id into visits
        from visit in visits.DefaultIfEmpty()
        select new Row
        {
            Id = mail.Id,
            CardId = context.Reservations.Where(person => person.VisitId == mail.VisitId && person.Ordinal == 1).Select(person => person.CardId).FirstOrDefault()
                ?? context.WaitingEntries.Where(entry => entry.Id == contact.WaitingId).Select(entry => (Guid?)entry.CardId).FirstOrDefault(),
            Kind = mail.Kind,
            State = mail.State,
            Masked = contact.Masked,
            Day = (DateOnly?)visit.Day,
            StartsAt = (TimeOnly?)visit.StartsAt,
            Reason = mail.LastError,
            Attempts = mail.Attempts,
            CreatedAt = mail.CreatedAt,
        };

    private static async Task NumberAsync(TewatashiContext context, IReadOnlyList<Row> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(row => row.CardId).OfType<Guid>().Distinct().ToList();
        var numbers = await context.Cards.Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.SerialNumber }).ToDictionaryAsync(row => row.Id, row => row.SerialNumber, cancellationToken);
        foreach (var row in rows) row.SerialNumber = row.CardId is { } card ? numbers.GetValueOrDefault(card) : null;
    }
}
