using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;

namespace Tewatashi.Notices;

/// <summary>Finds a notice by what was scanned or typed.</summary>
internal static class NoticeSearch
{
    public sealed record Found(Notice Notice, SerialNumber SerialNumber);

    /// <summary>By 受付番号 whichever state it has; by 製造管理番号 the card's current notice, else its last one.</summary>
    public static Task<Found?> FindAsync(TewatashiContext context, NoticeCode code, CancellationToken cancellationToken) => code switch
    {
        NoticeCode.Reception reception => Joined(context).Where(row => row.Notice.ReceptionNumber == reception.Number)
            .Select(row => new Found(row.Notice, row.Card.SerialNumber)).AsNoTracking().FirstOrDefaultAsync(cancellationToken),
        NoticeCode.Serial serial => Joined(context).Where(row => row.Card.SerialNumber == serial.Number)
            .OrderBy(row => row.Notice.State == NoticeState.Withdrawn).ThenByDescending(row => row.Notice.Sequence)
            .Select(row => new Found(row.Notice, row.Card.SerialNumber)).AsNoTracking().FirstOrDefaultAsync(cancellationToken),
        _ => Task.FromResult<Found?>(null),
    };

    private static IQueryable<Pair> Joined(TewatashiContext context) =>
        context.Notices.Join(context.Cards, notice => notice.CardId, card => card.Id, (notice, card) => new Pair { Notice = notice, Card = card });

    private sealed class Pair
    {
        public required Notice Notice { get; init; }
        public required Card Card { get; init; }
    }
}
