using Tewatashi.Data;

namespace Tewatashi.HandOver.Closings;

/// <summary>What must hold of closings and of what they count: nothing lay in the tray unexplained, and each is in the log.</summary>
public static class ClosingInvariants
{
    public static readonly IReadOnlyList<Invariant> All =
    [
        // The ways into the tray up to the closing, against the ways out of it: whatever the clock did, what remains lay in it.
        new("締めた窓口のトレイに、理由のないカードは残っていない",
            """
            WITH step AS (
              SELECT counter_closing.municipality, counter_closing.id, counter_closing.counter_id, counter_closing.day, movement.card_id,
                     CASE WHEN movement.to_kind = 'Tray' AND movement.to_counter_id = counter_closing.counter_id THEN 1 ELSE 0 END
                     - CASE WHEN movement.from_kind = 'Tray' AND movement.from_counter_id = counter_closing.counter_id THEN 1 ELSE 0 END AS change
              FROM counter_closing JOIN movement ON movement.municipality = counter_closing.municipality AND movement.at <= counter_closing.closed_at
              WHERE counter_closing.reopened_at IS NULL
                AND (movement.to_counter_id = counter_closing.counter_id OR movement.from_counter_id = counter_closing.counter_id)
            )
            SELECT step.municipality, 'card', CAST(step.card_id AS text) FROM step
            WHERE NOT EXISTS (
              SELECT 1 FROM kept_card
              WHERE kept_card.municipality = step.municipality AND kept_card.counter_id = step.counter_id AND kept_card.day = step.day AND kept_card.card_id = step.card_id)
            GROUP BY step.municipality, step.id, step.card_id HAVING SUM(step.change) > 0
            """),
        new("締めは操作ログにある",
            """
            SELECT counter_closing.municipality, 'closing', CAST(counter_closing.id AS text) FROM counter_closing
            WHERE NOT EXISTS (
              SELECT 1 FROM audit_entry
              WHERE audit_entry.municipality = counter_closing.municipality AND audit_entry.at = counter_closing.closed_at AND audit_entry.operation = 'CloseCounter'
                AND audit_entry.subject_id = counter_closing.counter_id AND audit_entry.actor_id = LOWER(CAST(counter_closing.closed_by AS text)))
            """),
        new("預かった暗証番号設定依頼書の状態は、出し入れの記録に等しい",
            """
            SELECT pin_form.municipality, pin_form.state, CAST(pin_form.id AS text)
            FROM pin_form LEFT JOIN pin_form_move ON pin_form_move.municipality = pin_form.municipality AND pin_form_move.form_id = pin_form.id
            GROUP BY pin_form.municipality, pin_form.id, pin_form.state
            HAVING COUNT(CASE WHEN pin_form_move.step = 'Receive' THEN 1 END) <> 1
               OR COUNT(CASE WHEN pin_form_move.step IN ('Return', 'Destroy') THEN 1 END) <> CASE WHEN pin_form.state IN ('Returned', 'Destroyed') THEN 1 ELSE 0 END
               OR (pin_form.state NOT IN ('Returned', 'Destroyed')
                 AND COUNT(CASE WHEN pin_form_move.step = 'TakeOut' THEN 1 END) - COUNT(CASE WHEN pin_form_move.step = 'SealAgain' THEN 1 END)
                   <> CASE WHEN pin_form.state = 'TakenOut' THEN 1 ELSE 0 END)
            """),
    ];
}
