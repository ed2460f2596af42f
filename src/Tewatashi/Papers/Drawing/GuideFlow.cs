namespace Tewatashi.Papers.Drawing;

/// <summary>Runs text down the pages of a guide, and begins a new page where one is full.</summary>
internal sealed class GuideFlow
{
    /// <summary>A line of text with the height it takes; a heading has a bar at its left and stays with what follows.</summary>
    internal sealed record Row(string Text, Lettering Lettering, float Height)
    {
        public float Indent { get; init; }

        /// <summary>A mark before the text, for example the number of a step.</summary>
        public string Mark { get; init; } = "";

        public bool IsHeading { get; init; }
    }

    public const float Left = 20f;
    public const float Width = 170f;

    private const float Top = 16f;
    private const float Bottom = 284f;

    private readonly List<Design<NoticePaper>> pages = [];

    public GuideFlow() => NewPage();

    public IReadOnlyList<Design<NoticePaper>> Pages => pages;

    public Design<NoticePaper> Page => pages[^1];

    /// <summary>Where the next line begins, in millimetres from the top.</summary>
    public float Y { get; set; }

    /// <summary>Room left on this page.</summary>
    public float Room => Bottom - Y;

    public void NewPage()
    {
        pages.Add(new Design<NoticePaper>(NoticePaper.Alphabet));
        Y = Top;
    }

    /// <summary>Rows over the whole width; a heading never stays alone at the foot of a page.</summary>
    public void Add(IReadOnlyList<Row> rows)
    {
        for (var index = 0; index < rows.Count; index++)
        {
            var row = rows[index];
            var together = row.IsHeading && index + 1 < rows.Count ? row.Height + rows[index + 1].Height : row.Height;
            if (together > Room) NewPage();
            Put(row, Left, Y);
            Y += row.Height;
        }
    }

    /// <summary>Two groups side by side where they fit on this page, else one after the other.</summary>
    public void AddBeside(Func<float, IReadOnlyList<Row>> first, Func<float, IReadOnlyList<Row>> second, float gap)
    {
        var half = (Width - gap) / 2;
        var (left, right) = (first(half), second(half));
        var height = Math.Max(left.Sum(row => row.Height), right.Sum(row => row.Height));
        if (height > Room)
        {
            Add(first(Width));
            Y += gap / 2;
            Add(second(Width));
            return;
        }

        Stack(left, Left);
        Stack(right, Left + half + gap);
        Y += height;
    }

    private void Stack(IReadOnlyList<Row> rows, float left)
    {
        var at = Y;
        foreach (var row in rows)
        {
            Put(row, left, at);
            at += row.Height;
        }
    }

    private void Put(Row row, float left, float top)
    {
        var baseline = top + row.Height / 2 + row.Lettering.Em * 0.36f;
        if (row.IsHeading)
        {
            var bar = row.Lettering.Em * 1.1f;
            Page.Draw(new Design<NoticePaper>.Box(left, top + (row.Height - bar) / 2, 1.4f, bar) { Fill = 0 });
        }

        if (row.Mark.Length > 0) Page.Text(row.Mark, left, baseline, row.Lettering);
        if (row.Text.Length > 0) Page.Text(row.Text, left + row.Indent, baseline, row.Lettering);
    }
}
