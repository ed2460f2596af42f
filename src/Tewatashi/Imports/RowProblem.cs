namespace Tewatashi.Imports;

/// <summary>One thing about one row that a clerk has to know: why it was refused, or what to look at.</summary>
/// <param name="Line">The line the row begins on, as a text editor counts.</param>
/// <param name="Column">The column's header in the file.</param>
/// <param name="Reason">Never holds anything out of the row: the report may be passed on.</param>
public sealed record RowProblem(int Line, string Column, string Reason);
