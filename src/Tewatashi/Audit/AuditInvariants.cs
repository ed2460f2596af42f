using Tewatashi.Data;

namespace Tewatashi.Audit;

/// <summary>What must hold of the operation log.</summary>
public static class AuditInvariants
{
    public static readonly IReadOnlyList<Invariant> All =
    [
        new("予約した来庁は操作ログにある",
            """
            SELECT visit.municipality, 'visit', CAST(visit.id AS text) FROM visit
            WHERE visit.booked_at IS NOT NULL AND visit.channel <> 'Stock' AND NOT EXISTS (
              SELECT 1 FROM audit_entry
              WHERE audit_entry.municipality = visit.municipality AND audit_entry.subject_id = visit.id
                AND audit_entry.operation IN ('BookReservation', 'CheckInWalkIn', 'AcceptOffer', 'RefuseHandOver'))
            """),
        new("1つの操作番号は1度だけ記録される",
            """
            SELECT municipality, 'operation', CAST(operation_id AS text) FROM audit_entry
            WHERE operation_id IS NOT NULL GROUP BY municipality, actor_id, operation_id HAVING COUNT(*) > 1
            """),
    ];
}
