using Tewatashi.Cards;
using Tewatashi.Data;

namespace Tewatashi.Notices;

/// <summary>Which cards wait for their first notice.</summary>
internal static class WaitingCards
{
    /// <summary>
    /// 交付前設定済, for the counter, not on 保留, without a current notice, in no batch that is still to be issued, and with days left
    /// before a last day of their own. In the order of the deliveries and their files.
    /// </summary>
    public static IQueryable<Card> Of(TewatashiContext context, DateOnly today) =>
        from card in context.Cards
        where card.Progress == CardProgress.Prepared && card.Suspension == null && card.Route == CardRoute.Counter
        where card.LastDayOn == null || card.LastDayOn >= today
        where !context.Notices.Any(notice => notice.CardId == card.Id && notice.State != NoticeState.Withdrawn)
        where !context.NoticeBatchCards.Any(row => row.CardId == card.Id && row.State == BatchCardState.Waiting)
        join shipment in context.Shipments on card.ShipmentId equals (Guid?)shipment.Id into shipments
        from shipment in shipments.DefaultIfEmpty()
        orderby card.ShipmentId == null, shipment.AnnouncedAt, card.ShipmentId, card.ImportId, card.Ordinal, card.Id
        select card;
}
