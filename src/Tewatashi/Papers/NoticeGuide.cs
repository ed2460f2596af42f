using Tewatashi.Papers.Drawing;

namespace Tewatashi.Papers;

/// <summary>Prints the A4 guide, every page of a notice before the next notice, in the order given: that of the shipment.</summary>
public static class NoticeGuide
{
    public static async Task<PaperOutcome> WriteAsync(
        GuideSize size, NoticeTexts texts, IAsyncEnumerable<NoticePaper> papers, Stream destination, CancellationToken cancellationToken)
    {
        if (texts.Unprintable() is { Count: > 0 } unprintable) return new PaperOutcome.NotPrintable(unprintable);
        await using var coming = papers.GetAsyncEnumerator(cancellationToken);
        if (!await coming.MoveNextAsync()) return new PaperOutcome.Printed(0, 0);

        var pages = GuideDesign.Pages(texts, size);
        using var press = PaperPress.For(destination, texts.Heading, pages);
        var plates = pages.Select(press.Engrave).ToArray();
        try
        {
            var printed = 0;
            do
            {
                foreach (var plate in plates)
                {
                    using var canvas = press.BeginPage();
                    plate.Print(canvas, coming.Current, 0, 0);
                    await press.EndPageAsync(cancellationToken);
                }

                printed++;
            }
            while (await coming.MoveNextAsync());
            await press.CloseAsync(cancellationToken);
            return new PaperOutcome.Printed(printed, press.Pages);
        }
        finally
        {
            foreach (var plate in plates) plate.Dispose();
        }
    }
}
