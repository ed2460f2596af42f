namespace Tewatashi.Imports;

/// <summary>One run over an import's file.</summary>
/// <param name="ClaimedBy">The run's name, by which it holds the import.</param>
/// <param name="OnProblem">Is told every problem in the file's order: refused rows (true) and warnings (false).</param>
internal sealed record ImportRun(Guid ImportId, string FileName, string ClaimedBy, ImportFile File, Func<bool, RowProblem, Task>? OnProblem = null);
