using System.Globalization;

namespace Tewatashi.Imports;

/// <summary>
/// The rows of a CSV (RFC 4180), one at a time in a fixed buffer. Lines are counted as a text editor does: CR, LF and CRLF
/// each end one, inside quotes too. A cell or a row beyond the limits ends the reading at once, whatever follows.
/// </summary>
internal sealed class CsvRecords(ImportText text)
{
    /// <summary>Longest cell taken, in UTF-16 units: five times the longest value any column may hold.</summary>
    public const int CellLimit = 1_000;

    /// <summary>Longest row taken, in UTF-16 units, a separator counting as one.</summary>
    public const int RecordLimit = 16_000;

    private readonly char[] _record = new char[RecordLimit + 1];
    private readonly int[] _ends = new int[RecordLimit + 2];
    private State _state = State.RecordStart;
    private int _length;
    private int _position;
    private int _line = 1;
    private int _quoteLine;
    private bool _isAfterCarriageReturn;
    private bool _wasQuoted;

    private enum State
    {
        RecordStart,
        CellStart,
        Plain,
        Quoted,
        QuoteClosed,
    }

    private enum Scan
    {
        NeedsMore,
        Complete,
        Faulty,
    }

    /// <summary>The line on which the present row begins.</summary>
    public int Line { get; private set; }

    /// <summary>How many cells the present row has.</summary>
    public int Count { get; private set; }

    /// <summary>True where the file ended without a line break after the present row.</summary>
    public bool IsCutAtEnd { get; private set; }

    /// <summary>An empty line: no cell, no quotes.</summary>
    public bool IsEmptyLine => Count == 1 && _length == 0 && !_wasQuoted;

    /// <summary>Why the reading stopped before the end.</summary>
    public FileFault? Fault { get; private set; }

    public ReadOnlySpan<char> this[int cell]
    {
        get
        {
            var start = cell == 0 ? 0 : _ends[cell - 1];
            return _record.AsSpan(start, _ends[cell] - start);
        }
    }

    /// <summary>Brings the next row; false at the end of the file or at a fault.</summary>
    public ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        if (Fault is not null)
        {
            return ValueTask.FromResult(false);
        }

        _length = 0;
        Count = 0;
        _wasQuoted = false;
        // Nearly every row lies whole in the block at hand: those need no asynchronous step.
        return ScanBlock(text.Block) switch
        {
            Scan.Complete => ValueTask.FromResult(true),
            Scan.Faulty => ValueTask.FromResult(false),
            _ => NextBlockAsync(cancellationToken),
        };
    }

    private async ValueTask<bool> NextBlockAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            _position = 0;
            if (!await text.NextAsync(cancellationToken))
            {
                return End();
            }

            if (ScanBlock(text.Block) is var scan and not Scan.NeedsMore)
            {
                return scan == Scan.Complete;
            }
        }
    }

    private bool End()
    {
        if (text.Fault is { } fault)
        {
            Fault = new FileFault(_line, null, fault);
            return false;
        }

        if (_state == State.RecordStart)
        {
            return false;
        }

        if (_state == State.Quoted)
        {
            Fault = new FileFault(_quoteLine, Count, "この行で始まった引用符(\")が閉じられないままファイルが終わっています。");
            return false;
        }

        EndCell();
        IsCutAtEnd = true;
        _state = State.RecordStart;
        return true;
    }

    private Scan ScanBlock(ReadOnlySpan<char> block)
    {
        while (_position < block.Length)
        {
            switch (_state)
            {
                case State.RecordStart:
                    if (_isAfterCarriageReturn && block[_position] == '\n')
                    {
                        _isAfterCarriageReturn = false;
                        _position++;
                        continue;
                    }

                    _isAfterCarriageReturn = false;
                    Line = _line;
                    _state = State.CellStart;
                    break;
                case State.CellStart:
                    if (block[_position] == '"')
                    {
                        _position++;
                        _quoteLine = _line;
                        _wasQuoted = true;
                        _state = State.Quoted;
                    }
                    else
                    {
                        _state = State.Plain;
                    }

                    break;
                case State.Plain:
                    var rest = block[_position..];
                    var stop = rest.IndexOfAny(',', '\r', '\n');
                    if (!Append(stop < 0 ? rest : rest[..stop]))
                    {
                        return Scan.Faulty;
                    }

                    if (stop < 0)
                    {
                        _position = block.Length;
                        return Scan.NeedsMore;
                    }

                    _position += stop;
                    if (EndCellAt(block[_position++]))
                    {
                        return Scan.Complete;
                    }

                    break;
                case State.Quoted:
                    if (!ReadQuoted(block))
                    {
                        return Scan.Faulty;
                    }

                    break;
                case State.QuoteClosed:
                    var next = block[_position++];
                    if (next == '"')
                    {
                        _state = State.Quoted;
                        if (!Append("\""))
                        {
                            return Scan.Faulty;
                        }
                    }
                    else if (next is not (',' or '\r' or '\n'))
                    {
                        Fault = new FileFault(_quoteLine, Count, _quoteLine == _line
                            ? "閉じた引用符(\")のあとに文字があります。引用符の中の引用符は2つ重ねて(\"\")書いてください。"
                            : "この行で始まった引用符(\")が閉じられていないようです。あとの行の引用符とつながっています。");
                        return Scan.Faulty;
                    }
                    else if (EndCellAt(next))
                    {
                        return Scan.Complete;
                    }

                    break;
            }
        }

        return Scan.NeedsMore;
    }

    private bool ReadQuoted(ReadOnlySpan<char> block)
    {
        var rest = block[_position..];
        var stop = rest.IndexOfAny('"', '\r', '\n');
        var taken = stop < 0 ? rest : rest[..stop];
        if (!taken.IsEmpty)
        {
            _isAfterCarriageReturn = false;
        }

        _position += taken.Length;
        if (!Append(taken) || stop < 0)
        {
            return Fault is null;
        }

        var found = block[_position++];
        if (found == '"')
        {
            _isAfterCarriageReturn = false;
            _state = State.QuoteClosed;
            return true;
        }

        if (!(found == '\n' && _isAfterCarriageReturn))
        {
            _line++;
        }

        _isAfterCarriageReturn = found == '\r';
        return Append([found]);
    }

    /// <summary>Ends the cell at a separator; true where the row ends too.</summary>
    private bool EndCellAt(char separator)
    {
        EndCell();
        if (separator == ',')
        {
            _state = State.CellStart;
            return false;
        }

        _line++;
        _isAfterCarriageReturn = separator == '\r';
        _state = State.RecordStart;
        return true;
    }

    private void EndCell() => _ends[Count++] = _length;

    private bool Append(ReadOnlySpan<char> characters)
    {
        var cellLength = _length + characters.Length - (Count == 0 ? 0 : _ends[Count - 1]);
        var isCellTooLong = cellLength > CellLimit;
        if (isCellTooLong || _length + characters.Length + Count > RecordLimit)
        {
            Fault = _state == State.Quoted && _quoteLine != _line
                ? new FileFault(_quoteLine, Count, "この行で始まった引用符(\")が閉じられていないようです。")
                : new FileFault(_line, Count, isCellTooLong
                    ? string.Create(CultureInfo.InvariantCulture, $"1つのセルが{CellLimit:N0}文字を超えています。改行や区切りのカンマが失われていないか確かめてください。")
                    : string.Create(CultureInfo.InvariantCulture, $"1行が{RecordLimit:N0}文字を超えています。改行が失われていないか確かめてください。"));
            return false;
        }

        characters.CopyTo(_record.AsSpan(_length));
        _length += characters.Length;
        return true;
    }
}
