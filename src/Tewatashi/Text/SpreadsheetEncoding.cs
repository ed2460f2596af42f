namespace Tewatashi.Text;

/// <summary>In which encoding a file for a spreadsheet is written: chosen by whoever asks for it.</summary>
public enum SpreadsheetEncoding
{
    /// <summary>With its mark, by which a spreadsheet knows it.</summary>
    Utf8,

    /// <summary>For spreadsheets that know no other.</summary>
    Cp932,
}

public static class SpreadsheetEncodings
{
    public static string Name(this SpreadsheetEncoding encoding) => encoding switch
    {
        SpreadsheetEncoding.Utf8 => "UTF-8(BOM付き)",
        SpreadsheetEncoding.Cp932 => "CP932(シフトJIS、古い表計算ソフト用)",
    };

    public static string ContentType(this SpreadsheetEncoding encoding) => encoding switch
    {
        SpreadsheetEncoding.Utf8 => SpreadsheetCsv.ContentType,
        SpreadsheetEncoding.Cp932 => "text/csv; charset=windows-31j",
    };
}
