using System.Globalization;
using System.Text;

namespace Tewatashi.Imports;

/// <summary>
/// The report of what was not taken: 行,列,理由, for people with a spreadsheet (UTF-8 with its mark, CRLF, cells guarded
/// against being taken for formulas). Holds nothing out of the rows themselves.
/// </summary>
public sealed class RefusedRowsReport : IAsyncDisposable
{
    private readonly StreamWriter _writer;

    /// <summary>Writes to the stream and leaves it open.</summary>
    public RefusedRowsReport(Stream stream)
    {
        _writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        _writer.WriteLine("行,列,理由");
    }

    /// <summary>Adds one problem of one row.</summary>
    public Task AddAsync(RowProblem problem, CancellationToken cancellationToken) =>
        WriteAsync(problem.Line, problem.Column, problem.Reason, cancellationToken);

    /// <summary>Adds why the file as a whole was refused.</summary>
    public Task AddAsync(FileRefused refusal, CancellationToken cancellationToken) =>
        WriteAsync(refusal.Line, refusal.Column, refusal.Reason, cancellationToken);

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    private Task WriteAsync(int line, string column, string reason, CancellationToken cancellationToken) =>
        _writer.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"{line},{Cell(column)},{Cell(reason)}").AsMemory(), cancellationToken);

    private static string Cell(string text)
    {
        var guarded = SpreadsheetFormula.Begins(text) ? "'" + text : text;
        return guarded.AsSpan().IndexOfAny("\",\r\n") < 0 ? guarded : $"\"{guarded.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
