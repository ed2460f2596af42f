using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Notices;

namespace Tewatashi.Imports;

/// <summary>What a card of a former stock brings beside itself: how it came to its place, and its notice.</summary>
internal sealed class StockTakeOver(ImportRules rules, Guid importId)
{
    /// <summary>Whether the rows bring notices, which then lie in a batch that carries the import's id.</summary>
    public static bool HasNotices(IEnumerable<RowToAdd> rows) => rows.Any(row => row.Row.NotifiedOn is not null);

    public NoticeBatch Batch(Work work, string fileName) => new()
    {
        Municipality = work.Municipality,
        Id = importId,
        Name = $"引き継いだ通知({fileName})",
        Form = NoticeForm.Guide,
        DeadlineOn = rules.Today.AddDays(rules.Settings.DeadlineDays),
        NeedsMatching = false,
        CreatedAt = work.Now,
        IssuedAt = work.Now,
        SentOn = rules.Today,
    };

    public static Movement? MovementOf(Work work, Card card) => card.LocationId is null ? null : new Movement
    {
        Municipality = work.Municipality,
        Id = Ids.New(),
        CardId = card.Id,
        At = work.Now,
        FromKind = PlaceKind.None,
        ToKind = card.PlaceKind,
        ToLocationId = card.LocationId,
        ActorId = work.Caller.Actor.Id,
    };

    /// <summary>
    /// The notice that the former system sent. Its password is not known here and none fits: the resident books by telephone, or
    /// the office sends the notice again.
    /// </summary>
    public Notice? NoticeOf(Work work, ShipmentRow row, Card card)
    {
        if (row.NotifiedOn is not { } sentOn) return null;
        var (salt, hash) = PasswordHash.OfNoPassword();
        return new Notice
        {
            Municipality = work.Municipality,
            Id = Ids.New(),
            CardId = card.Id,
            BatchId = importId,
            Ordinal = row.Line,
            Sequence = 1,
            ReceptionNumber = ReceptionNumber.New(),
            PasswordSalt = salt,
            PasswordHash = hash,
            State = NoticeState.Sent,
            IssuedAt = Time.JapanTime.StartOf(sentOn),
            SentOn = sentOn,
            DeadlineOn = row.Deadline ?? sentOn.AddDays(rules.Settings.DeadlineDays),
        };
    }

    public NoticeBatchCard BatchCardOf(Work work, Notice notice) => new()
    {
        Municipality = work.Municipality,
        BatchId = importId,
        CardId = notice.CardId,
        Ordinal = notice.Ordinal,
        State = BatchCardState.Issued,
    };
}
