namespace Tewatashi.Papers.Drawing;

/// <summary>Fills label sheets, from the first free label on, sheet after sheet.</summary>
internal static class LabelRun
{
    public static async Task<PaperOutcome> WriteAsync<TPaper>(
        Design<TPaper> design, LabelPlacement placement, string title, IAsyncEnumerable<TPaper> papers, Stream destination, CancellationToken cancellationToken)
    {
        await using var coming = papers.GetAsyncEnumerator(cancellationToken);
        if (!await coming.MoveNextAsync()) return new PaperOutcome.Printed(0, 0);

        using var press = PaperPress.For(destination, title, design);
        using var plate = press.Engrave(design);
        var (printed, position, more) = (0, placement.FirstPosition, true);
        while (more)
        {
            using var canvas = press.BeginPage();
            for (; more && position < placement.Sheet.Count; position++)
            {
                var (left, top) = placement.Sheet.EdgeOf(position);
                plate.Print(canvas, coming.Current, left + placement.ShiftRight, top + placement.ShiftDown);
                printed++;
                more = await coming.MoveNextAsync();
            }

            position = 0;
            await press.EndPageAsync(cancellationToken);
        }

        await press.CloseAsync(cancellationToken);
        return new PaperOutcome.Printed(printed, press.Pages);
    }
}
