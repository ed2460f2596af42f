using Tewatashi.Papers;

namespace Tewatashi.Notices;

/// <summary>The papers of one printing, on their way. Each is made while the pages go out; it can be written once.</summary>
public sealed class NoticePdf
{
    private readonly PrintPlan plan;
    private readonly Func<CancellationToken, IAsyncEnumerable<NoticePaper>> papers;

    internal NoticePdf(PrintPlan plan, Func<CancellationToken, IAsyncEnumerable<NoticePaper>> papers)
    {
        this.plan = plan;
        this.papers = papers;
    }

    /// <summary>The papers as they are made, undrawn: for the demonstration, which hands out its passwords on a screen.</summary>
    public IAsyncEnumerable<NoticePaper> PapersAsync(CancellationToken cancellationToken) => papers(cancellationToken);

    /// <summary>Writes the PDF; at most some hundred notices are held at any time.</summary>
    /// <returns>How many papers were drawn.</returns>
    /// <exception cref="PrintingReplacedException">Another printing of the batch began: this one must not look complete.</exception>
    public async Task<int> WriteAsync(Stream destination, CancellationToken cancellationToken)
    {
        var outcome = plan.Form switch
        {
            NoticeForm.Label => await NoticeLabels.WriteAsync(plan.Placement, plan.Texts, papers(cancellationToken), destination, cancellationToken),
            NoticeForm.Guide => await NoticeGuide.WriteAsync(GuideSize.Normal, plan.Texts, papers(cancellationToken), destination, cancellationToken),
            NoticeForm.LargeGuide => await NoticeGuide.WriteAsync(GuideSize.Large, plan.Texts, papers(cancellationToken), destination, cancellationToken),
        };
        return outcome is PaperOutcome.Printed printed
            ? printed.Papers
            : throw new InvalidOperationException($"Texts and sheet were examined before the issue, and now: {outcome.GetType().Name}.");
    }
}
