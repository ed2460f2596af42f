namespace Tewatashi.Bench;

/// <summary>One promise, measured against its limit in the same run.</summary>
/// <param name="Limit">What the machine gave without the program, in the promise's unit.</param>
/// <param name="Measured">What the program gave, in the same unit.</param>
/// <param name="Wanted">What the ratio must reach; where <paramref name="AtMost"/>, must not pass.</param>
/// <param name="Remark">What else was seen, such as processor time; null where there is nothing to say.</param>
public sealed record Measurement(string Bench, string Promise, double Limit, double Measured, double Wanted, bool AtMost = false, string? Remark = null)
{
    /// <summary>Measured by limit.</summary>
    public double Ratio => Limit == 0 ? 0 : Measured / Limit;

    public bool Holds => AtMost ? Ratio <= Wanted : Ratio >= Wanted;
}
