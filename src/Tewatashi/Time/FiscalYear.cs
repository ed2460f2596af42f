namespace Tewatashi.Time;

/// <summary>年度: from April 1 to March 31, named after the year in which it begins (地方自治法第208条).</summary>
public static class FiscalYear
{
    private const int FirstMonth = 4;

    public static int Of(DateOnly day) => day.Month >= FirstMonth ? day.Year : day.Year - 1;
}
