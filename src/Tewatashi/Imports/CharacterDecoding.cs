using System.Buffers;
using System.Text.Unicode;

namespace Tewatashi.Imports;

/// <summary>
/// Turns bytes of a declared encoding into characters and stops exactly at the first byte that contradicts it, so that a
/// refusal can name the place. (The platform's decoders throw instead, and lose the characters before the fault.)
/// </summary>
internal abstract class CharacterDecoding
{
    public static CharacterDecoding Of(ImportEncoding encoding) => encoding switch
    {
        ImportEncoding.Cp932 => Cp932Decoding.Instance,
        ImportEncoding.Utf8 => Utf8Decoding.Instance,
        _ => throw new ArgumentOutOfRangeException(nameof(encoding)),
    };

    /// <summary>The name a clerk knows.</summary>
    public abstract string DisplayName { get; }

    /// <summary>
    /// Decodes as much as possible. InvalidData: the byte at <paramref name="bytesUsed"/> begins no character.
    /// NeedMoreData: the bytes end inside a character (only while <paramref name="isEnd"/> is false).
    /// </summary>
    public abstract OperationStatus Decode(
        ReadOnlySpan<byte> bytes, Span<char> characters, bool isEnd, out int bytesUsed, out int charactersWritten);

    private sealed class Utf8Decoding : CharacterDecoding
    {
        public static readonly Utf8Decoding Instance = new();

        public override string DisplayName => "UTF-8";

        public override OperationStatus Decode(
            ReadOnlySpan<byte> bytes, Span<char> characters, bool isEnd, out int bytesUsed, out int charactersWritten) =>
            Utf8.ToUtf16(bytes, characters, out bytesUsed, out charactersWritten, replaceInvalidSequences: false, isFinalBlock: isEnd);
    }
}
