using Tewatashi.Papers;
using UglyToad.PdfPig;

namespace Tewatashi.Tests.Papers;

/// <summary>Papers of the fictional 見本市.</summary>
internal static class SamplePapers
{
    public static NoticeTexts Texts { get; } = new()
    {
        Municipality = "見本市",
        Office = "市民課 マイナンバーカード担当",
        SiteAddress = "yoyaku.example.jp/990001/",
        WhatToBring = "このご案内と、交付通知書(はがき)\n本人確認書類(顔写真のあるもの1点、ないものは2点)\nお持ちの方は、古いマイナンバーカード・通知カード",
        CannotCome = "病気や障害などで来られない方は、代理の方が受け取れます。必要な書類が変わりますので、先にお電話ください。",
        Telephone = "000-000-0000",
        TelephoneHours = "月曜日から金曜日 8時30分から17時15分",
        Fax = "000-000-0001",
        Mail = "card@city.example.jp",
    };

    public static NoticePaper Notice(int number = 1) => new(
        $"ABC-{number:D6}", "1234-567-890", "K7WM-3XZA", "令和9年2月1日（月）まで", $"https://yoyaku.example.jp/990001/?n={number:D10}");

    public static IAsyncEnumerable<NoticePaper> Notices(int count) => Enumerable.Range(1, count).Select(Notice).ToAsyncEnumerable();

    /// <summary>Prints and opens the PDF.</summary>
    public static async Task<PdfDocument> PrintAsync(Func<Stream, Task<PaperOutcome>> print)
    {
        using var pdf = new MemoryStream();
        Assert.IsType<PaperOutcome.Printed>(await print(pdf));
        return PdfDocument.Open(pdf.ToArray());
    }
}
