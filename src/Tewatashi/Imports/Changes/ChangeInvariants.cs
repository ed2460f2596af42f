using Tewatashi.Data;

namespace Tewatashi.Imports.Changes;

/// <summary>What must hold of change lists.</summary>
public static class ChangeInvariants
{
    public static readonly IReadOnlyList<Invariant> All =
    [
        new("終わった異動リストには、これからの行がない",
            """
            SELECT change_row.municipality, 'row', CAST(change_row.id AS text)
            FROM change_row JOIN change_list ON change_list.municipality = change_row.municipality AND change_list.id = change_row.list_id
            WHERE change_row.state = 'Open' AND change_list.state = 'Ended'
            """),
        new("異動リストで確かめたカードには、その記録がある",
            """
            SELECT change_row.municipality, 'row', CAST(change_row.id AS text) FROM change_row
            WHERE change_row.state IN ('Suspended', 'Amended', 'AlreadyStopped') AND NOT EXISTS (
              SELECT 1 FROM audit_entry
              WHERE audit_entry.municipality = change_row.municipality AND audit_entry.operation = 'DecideChange' AND audit_entry.subject_id = change_row.card_id)
            """),
    ];
}
