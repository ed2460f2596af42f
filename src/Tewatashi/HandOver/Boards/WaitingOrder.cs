namespace Tewatashi.HandOver.Boards;

/// <summary>In which order those who wait are called: by their booked time; who came too late, behind everybody who was waiting by then.</summary>
public static class WaitingOrder
{
    public static IReadOnlyList<BoardLine> Of(IEnumerable<BoardLine> waiting)
    {
        var lines = waiting.ToList();
        var order = lines.Where(line => !line.IsLate).OrderBy(line => line.StartsAt).ThenBy(line => line.CheckedInAt).ThenBy(line => line.VisitId).ToList();
        foreach (var late in lines.Where(line => line.IsLate).OrderBy(line => line.CheckedInAt).ThenBy(line => line.VisitId))
            order.Insert(order.FindLastIndex(line => line.CheckedInAt <= late.CheckedInAt) + 1, late);
        return order;
    }
}
