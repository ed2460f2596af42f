using System.Buffers;
using System.Globalization;

namespace Tewatashi.Imports;

/// <summary>
/// The characters of a file, block by block, in fixed buffers. Ends early, with the position, at a byte that contradicts the
/// declared encoding, at a NUL byte, and at once for files of another kind (UTF-16, a spreadsheet's own format).
/// </summary>
internal sealed class ImportText(Stream stream, ImportEncoding? declared, ImportEncoding otherwise)
{
    private const int BufferSize = 64 * 1024;

    private readonly byte[] _bytes = new byte[BufferSize];
    private readonly char[] _characters = new char[BufferSize];
    private CharacterDecoding? _decoding;
    private int _from;
    private int _to;
    private int _count;
    private long _position;
    private bool _isEnd;

    /// <summary>The present block.</summary>
    public ReadOnlySpan<char> Block => _characters.AsSpan(0, _count);

    /// <summary>Why the text stopped before its end; the line is the one the reader has arrived at.</summary>
    public string? Fault { get; private set; }

    /// <summary>What the file is read as; null until the first block.</summary>
    public string? EncodingName => _decoding?.DisplayName;

    /// <summary>Brings the next block; false at the end of the text or at a fault.</summary>
    public async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        _count = 0;
        while (Fault is null)
        {
            if (_decoding is null)
            {
                await ReadAtLeastAsync(8, cancellationToken);
                Begin();
                continue;
            }

            if (_from < _to)
            {
                Decode();
                if (_count > 0)
                {
                    return true;
                }

                if (Fault is not null)
                {
                    return false;
                }
            }

            if (_isEnd)
            {
                return false;
            }

            await ReadAtLeastAsync(1, cancellationToken);
        }

        return false;
    }

    private void Begin()
    {
        var start = _bytes.AsSpan(0, _to);
        if (start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0x00, 0x00, 0xFE, 0xFF, ..])
        {
            Fault = "UTF-16またはUTF-32のファイルです。CP932(シフトJIS)またはUTF-8のCSVで保存し直してください。";
            return;
        }

        if (start is [(byte)'P', (byte)'K', 0x03, 0x04, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..])
        {
            Fault = "表計算ソフトのファイル(ブック)または圧縮ファイルです。CSV形式で保存し直してください。";
            return;
        }

        var isMarked = start is [0xEF, 0xBB, 0xBF, ..];
        if (isMarked && declared == ImportEncoding.Cp932)
        {
            Fault = "CP932(シフトJIS)が指定されていますが、ファイルの先頭にUTF-8の印(BOM)があります。文字コードの指定をUTF-8に直してください。";
            return;
        }

        if (isMarked)
        {
            _from = 3;
            _position = 3;
        }

        _decoding = CharacterDecoding.Of(isMarked ? ImportEncoding.Utf8 : declared ?? otherwise);
    }

    private void Decode()
    {
        var input = _bytes.AsSpan(_from, _to - _from);
        // A NUL byte is never part of a longer character in either encoding.
        var nul = input.IndexOf((byte)0);
        var isLast = nul >= 0 || _isEnd;
        var status = _decoding!.Decode(nul < 0 ? input : input[..nul], _characters, isLast, out var used, out _count);
        _from += used;
        _position += used;
        if (_count > 0)
        {
            // What was read before a fault is handed on first: the reader counts its lines.
            return;
        }

        if (status == OperationStatus.InvalidData)
        {
            Fault = isLast && nul < 0 && _to - _from < 4 && IsCutCharacter(_bytes.AsSpan(_from, _to - _from))
                ? string.Create(CultureInfo.InvariantCulture, $"ファイルが文字の途中で切れています(先頭から{_position + 1}バイト目)。全体を受け取り直してください。")
                : string.Create(CultureInfo.InvariantCulture, $"{_decoding.DisplayName}として読めない文字があります(先頭から{_position + 1}バイト目)。文字コードの指定を確かめてください。");
        }
        else if (nul >= 0)
        {
            Fault = string.Create(CultureInfo.InvariantCulture, $"NUL(値が0のバイト)があります(先頭から{_position + 1}バイト目)。CSVではないか、壊れています。");
        }
    }

    /// <summary>True where the bytes would begin a character if more of them followed.</summary>
    private bool IsCutCharacter(ReadOnlySpan<byte> rest)
    {
        Span<char> one = stackalloc char[2];
        return _decoding!.Decode(rest, one, isEnd: false, out _, out _) == OperationStatus.NeedMoreData;
    }

    private async ValueTask ReadAtLeastAsync(int wanted, CancellationToken cancellationToken)
    {
        _bytes.AsSpan(_from, _to - _from).CopyTo(_bytes);
        _to -= _from;
        _from = 0;
        var target = _to + wanted;
        while (_to < target && !_isEnd)
        {
            var read = await stream.ReadAsync(_bytes.AsMemory(_to), cancellationToken);
            _to += read;
            _isEnd = read == 0;
        }
    }
}
