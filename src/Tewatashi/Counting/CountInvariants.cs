using Tewatashi.Data;

namespace Tewatashi.Counting;

/// <summary>What must hold of 棚卸 and what they found.</summary>
public static class CountInvariants
{
    public static readonly IReadOnlyList<Invariant> All =
    [
        new("棚卸の過不足は、終わった棚卸にある",
            """
            SELECT count_finding.municipality, 'finding', CAST(count_finding.id AS text)
            FROM count_finding JOIN stock_count ON stock_count.municipality = count_finding.municipality AND stock_count.id = count_finding.count_id
            WHERE stock_count.state <> 'Closed'
            """),
        new("棚卸で不足としたカードは読み取られておらず、場所違いと余りは読み取られている",
            """
            SELECT count_finding.municipality, count_finding.kind, CAST(count_finding.id AS text) FROM count_finding
            WHERE (count_finding.kind = 'Missing') = EXISTS (
              SELECT 1 FROM count_scan
              WHERE count_scan.municipality = count_finding.municipality AND count_scan.count_id = count_finding.count_id
                AND count_scan.serial_number = count_finding.serial_number)
            """),
    ];
}
