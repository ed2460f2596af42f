namespace Tewatashi.Imports;

/// <summary>Why a file can not be read on, before anybody knows its columns.</summary>
/// <param name="Line">As a text editor counts, from 1.</param>
/// <param name="Cell">The cell's place in its row from 0, where one is meant.</param>
/// <param name="Reason">For the clerk; never holds anything out of the file.</param>
internal sealed record FileFault(int Line, int? Cell, string Reason);
