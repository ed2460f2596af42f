namespace Tewatashi.Data;

/// <summary>How many rows go in at a time so that the load is quick and nobody beside it waits.</summary>
/// <param name="Rows">Rows of one transaction, at most.</param>
/// <param name="AtOnce">Transactions under way at the same time.</param>
/// <param name="PauseMilliseconds">Rest between two transactions, in which others have their turn.</param>
/// <param name="AimMilliseconds">How long a transaction may take: where the machine is slow, or busy, its rows become fewer. 0: others do not wait for it.</param>
public sealed record BulkPace(int Rows, int AtOnce, int PauseMilliseconds, int AimMilliseconds = 0)
{
    private const int FewestRows = 20;

    /// <summary>How many rows the first transaction takes: few where nobody knows yet how slow the machine is.</summary>
    public int First => AimMilliseconds == 0 ? Rows : FewestRows;

    /// <summary>How many rows the next transaction takes, after one that took so long.</summary>
    public int Next(int rows, TimeSpan took) => AimMilliseconds == 0 || rows == 0
        ? Rows
        : Math.Clamp((int)Math.Min(rows * AimMilliseconds / Math.Max(1, took.TotalMilliseconds), rows * 2.0), FewestRows, Rows);
}
