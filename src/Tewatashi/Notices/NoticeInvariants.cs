using Tewatashi.Data;

namespace Tewatashi.Notices;

/// <summary>What must hold of notices: one that counts per card, and only for a card that can be collected.</summary>
public static class NoticeInvariants
{
    public static readonly IReadOnlyList<Invariant> All =
    [
        new("1枚のカードの有効な通知は1つまで",
            """
            SELECT municipality, 'card', CAST(card_id AS text) FROM notice
            WHERE state <> 'Withdrawn' GROUP BY municipality, card_id HAVING COUNT(*) > 1
            """),
        new("有効な通知のあるカードは交付前設定済である",
            """
            SELECT notice.municipality, card.progress, CAST(notice.id AS text)
            FROM notice JOIN card ON card.municipality = notice.municipality AND card.id = notice.card_id
            WHERE notice.state <> 'Withdrawn' AND card.progress <> 'Prepared'
            """),
        new("通知の状態と日付は矛盾しない",
            """
            SELECT municipality, state, CAST(id AS text) FROM notice
            WHERE (state = 'Printed' AND sent_on IS NOT NULL)
               OR (state IN ('Sent', 'Returned') AND sent_on IS NULL)
               OR (state = 'Returned' AND returned_on IS NULL)
               OR (sent_on IS NOT NULL AND deadline_on < sent_on)
            """),
        new("通知の再通知の段階は、その束の段階に等しい",
            """
            SELECT notice.municipality, 'notice', CAST(notice.id AS text)
            FROM notice JOIN notice_batch ON notice_batch.municipality = notice.municipality AND notice_batch.id = notice.batch_id
            WHERE notice.stage <> notice_batch.stage
            """),
        new("再通知の前に、1つ前の段階の通知を送っている",
            """
            SELECT notice.municipality, 'notice', CAST(notice.id AS text) FROM notice
            WHERE notice.stage > 0 AND NOT EXISTS (
              SELECT 1 FROM notice AS former
              WHERE former.municipality = notice.municipality AND former.card_id = notice.card_id AND former.sequence < notice.sequence
                AND former.stage = notice.stage - 1 AND former.sent_on IS NOT NULL)
            """),
        new("1枚のカードが通知を待つ束は1つまで",
            """
            SELECT municipality, 'card', CAST(card_id AS text) FROM notice_batch_card
            WHERE state = 'Waiting' GROUP BY municipality, card_id HAVING COUNT(*) > 1
            """),
        new("発行済の束のカードには、その束の通知がある",
            """
            SELECT municipality, 'card', CAST(card_id AS text)
            FROM (SELECT municipality, batch_id, card_id FROM notice_batch_card WHERE state = 'Issued'
                  EXCEPT SELECT municipality, batch_id, card_id FROM notice) AS chosen
            """),
    ];
}
