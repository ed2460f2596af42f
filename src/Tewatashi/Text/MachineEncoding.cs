using System.Text;

namespace Tewatashi.Text;

/// <summary>In which encoding a file for another program is written: declared by whoever asks for it, never guessed.</summary>
public enum MachineEncoding
{
    Cp932,
    Utf8,
}

public static class MachineEncodings
{
    public static string Name(this MachineEncoding encoding) => encoding switch
    {
        MachineEncoding.Cp932 => "CP932(シフトJIS)",
        MachineEncoding.Utf8 => "UTF-8(BOMなし)",
    };

    /// <exception cref="EncoderFallbackException">CP932 cannot carry a character: nothing is left out in silence.</exception>
    public static byte[] Write(this MachineEncoding encoding, string text) => encoding switch
    {
        MachineEncoding.Cp932 => (CodePagesEncodingProvider.Instance.GetEncoding(932, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
            ?? throw new InvalidOperationException("The platform has no code page 932.")).GetBytes(text),
        MachineEncoding.Utf8 => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetBytes(text),
    };
}
