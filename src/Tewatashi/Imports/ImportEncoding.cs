namespace Tewatashi.Imports;

/// <summary>The two encodings a shipment file may be written in. Declared, never guessed.</summary>
public enum ImportEncoding
{
    /// <summary>Shift_JIS as Windows writes it: what the maker's and most municipal systems deliver.</summary>
    Cp932,

    /// <summary>UTF-8, with or without its byte order mark.</summary>
    Utf8,
}
