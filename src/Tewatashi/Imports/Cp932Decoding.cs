using System.Buffers;
using System.Text;

namespace Tewatashi.Imports;

/// <summary>
/// CP932 by a table taken once from the platform's own code page. The five single bytes that Windows maps to nothing
/// anybody can read (80, A0, FD-FF) count as a contradiction.
/// </summary>
internal sealed class Cp932Decoding : CharacterDecoding
{
    public static readonly Cp932Decoding Instance = new();

    private const char None = '\uFFFF';

    /// <summary>Indexed by the single byte, or by lead and trail byte together.</summary>
    private readonly char[] _characters = ReadCodePage();

    private Cp932Decoding()
    {
    }

    public override string DisplayName => "CP932(シフトJIS)";

    public override OperationStatus Decode(
        ReadOnlySpan<byte> bytes, Span<char> characters, bool isEnd, out int bytesUsed, out int charactersWritten)
    {
        var table = _characters.AsSpan();
        var from = 0;
        var to = 0;
        var status = OperationStatus.Done;
        while (from < bytes.Length)
        {
            if (to == characters.Length)
            {
                status = OperationStatus.DestinationTooSmall;
                break;
            }

            var first = bytes[from];
            var character = table[first];
            if (character != None)
            {
                characters[to++] = character;
                from++;
                continue;
            }

            if (!IsLead(first))
            {
                status = OperationStatus.InvalidData;
                break;
            }

            if (from + 1 == bytes.Length)
            {
                status = isEnd ? OperationStatus.InvalidData : OperationStatus.NeedMoreData;
                break;
            }

            character = table[(first << 8) | bytes[from + 1]];
            if (character == None)
            {
                status = OperationStatus.InvalidData;
                break;
            }

            characters[to++] = character;
            from += 2;
        }

        bytesUsed = from;
        charactersWritten = to;
        return status;
    }

    private static bool IsLead(int value) => value is (>= 0x81 and <= 0x9F) or (>= 0xE0 and <= 0xFC);

    private static char[] ReadCodePage()
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(
                932, EncoderFallback.ExceptionFallback, new DecoderReplacementFallback(None.ToString()))
            ?? throw new InvalidOperationException("The platform has no code page 932.");
        var table = new char[0x10000];
        Array.Fill(table, None);
        for (var value = 0; value < 0x80; value++)
        {
            table[value] = (char)value;
        }

        for (var value = 0xA1; value <= 0xDF; value++)
        {
            table[value] = encoding.GetString([(byte)value])[0];
        }

        for (var lead = 0x81; lead <= 0xFC; lead++)
        {
            for (var trail = 0x40; IsLead(lead) && trail <= 0xFC; trail++)
            {
                var text = encoding.GetString([(byte)lead, (byte)trail]);
                if (text.Length == 1)
                {
                    table[(lead << 8) | trail] = text[0];
                }
            }
        }

        return table;
    }
}
