namespace Tewatashi.Data;

/// <summary>How many rows go in at a time so that the load is quick and nobody beside it waits.</summary>
/// <param name="Rows">Rows of one transaction.</param>
/// <param name="AtOnce">Transactions under way at the same time.</param>
/// <param name="PauseMilliseconds">Rest between two transactions, in which others have their turn.</param>
public sealed record BulkPace(int Rows, int AtOnce, int PauseMilliseconds);
