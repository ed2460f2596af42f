namespace Tewatashi.Bench;

/// <summary>One promise, measured against its limit in the same run.</summary>
/// <param name="Limit">What the machine gave without the program, in the promise's unit.</param>
/// <param name="Measured">What the program gave, in the same unit.</param>
/// <param name="Ratio">Measured by limit.</param>
/// <param name="Wanted">What the ratio must reach; where <paramref name="AtMost"/>, must not pass.</param>
public sealed record Measurement(string Bench, string Promise, double Limit, double Measured, double Wanted, bool AtMost = false)
{
    public double Ratio => Limit == 0 ? 0 : Measured / Limit;

    public bool Holds => AtMost ? Ratio <= Wanted : Ratio >= Wanted;
}
