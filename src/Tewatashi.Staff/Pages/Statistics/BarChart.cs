namespace Tewatashi.Staff.Pages.Statistics;

/// <summary>Bars with their figures above and their names below: read without colour, printed in black. The table beside it says the same.</summary>
/// <param name="Title">Read out in place of the picture.</param>
public sealed record BarChart(string Title, IReadOnlyList<(string Name, int Count)> Bars)
{
    private const int Widest = 64;
    private const int Narrowest = 26;

    public const int BarsHeight = 120;

    /// <summary>Beyond this the figures would touch each other.</summary>
    public bool ShowsFigures => Bars.Count <= 32;

    public int Step => Math.Clamp(900 / Math.Max(1, Bars.Count), ShowsFigures ? Narrowest : 3, Widest);

    public int Width => Math.Max(Step, Bars.Count * Step);

    public int HeightOf(int count) => Bars.Max(bar => bar.Count) is > 0 and var most ? (int)Math.Round((double)count * BarsHeight / most) : 0;
}
