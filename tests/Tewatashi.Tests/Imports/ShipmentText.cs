using System.Text;
using Tewatashi.Imports;

namespace Tewatashi.Tests.Imports;

/// <summary>Builds small files of cards and reads them to the end.</summary>
internal static class ShipmentText
{
    public const string Header = "製造管理番号,申請書ID,カナ氏名,生年月日,発送番号,交付窓口,交付期限,交付方式";

    public static readonly Encoding Cp932 = CodePagesEncodingProvider.Instance.GetEncoding(932)!;

    public static string Row(
        int number,
        string? serial = null,
        string? applicationId = null,
        string kana = "ミホン　タロウ",
        string birthday = "1976-07-14",
        string dispatch = "M2600-00",
        string counter = "01",
        string deadline = "",
        string route = "") =>
        $"{serial ?? $"MIH{number:D6}"},{applicationId ?? $"{number:D23}"},{kana},{birthday},{dispatch},{counter},{deadline},{route}";

    public static string File(params string[] rows) => string.Concat(rows.Prepend(Header).Select(row => row + "\r\n"));

    public static Task<List<ShipmentReading>> ReadAsync(string text, ImportProfile? profile = null) =>
        ReadAsync(Cp932.GetBytes(text), profile);

    public static Task<List<ShipmentReading>> ReadAsync(byte[] file, ImportProfile? profile = null, ImportEncoding? declared = null) =>
        ReadAsync(new MemoryStream(file), profile, declared);

    public static async Task<List<ShipmentReading>> ReadAsync(
        Stream stream, ImportProfile? profile = null, ImportEncoding? declared = null)
    {
        var readings = new List<ShipmentReading>();
        await foreach (var reading in ShipmentFile.ReadAsync(
            stream, profile ?? ImportProfile.Standard, declared, TestContext.Current.CancellationToken))
        {
            readings.Add(reading);
        }

        return readings;
    }

    public static async Task<FileRefused> RefusalAsync(byte[] file, ImportEncoding? declared = null) =>
        Assert.IsType<FileRefused>((await ReadAsync(file, declared: declared))[^1]);

    public static Task<FileRefused> RefusalAsync(string text) => RefusalAsync(Cp932.GetBytes(text));

    /// <summary>The one row of a file of one row, read without a problem.</summary>
    public static async Task<RowRead> OneRowAsync(string header, string row, ImportProfile? profile = null) =>
        Assert.IsType<RowRead>((await ReadAsync($"{header}\r\n{row}\r\n", profile))[0]);

    /// <summary>The problems of the one row of a file of one row.</summary>
    public static async Task<IReadOnlyList<RowProblem>> ProblemsAsync(string row) =>
        Assert.IsType<RowRefused>((await ReadAsync(File(row)))[0]).Problems;
}
