using Microsoft.AspNetCore.Mvc.ModelBinding;
using Tewatashi.Lists;
using Tewatashi.Text;
using Tewatashi.Web.Forms;

namespace Tewatashi.Staff.Lists;

/// <summary>What is asked before a list leaves the system: the reason, and in which encoding.</summary>
public sealed class ExportForm
{
    public string? Reason { get; set; }

    public string? Encoding { get; set; } = nameof(SpreadsheetEncoding.Utf8);

    public static IReadOnlyList<Choice> Reasons { get; } = [.. Enum.GetValues<ExportReason>().Select(reason => new Choice(reason.ToString(), reason.Name()))];

    public static IReadOnlyList<Choice> Encodings { get; } = [.. Enum.GetValues<SpreadsheetEncoding>().Select(encoding => new Choice(encoding.ToString(), encoding.Name()))];

    /// <summary>Null where something is missing: the page says what.</summary>
    public (ExportReason Reason, SpreadsheetEncoding Encoding)? Read(ModelStateDictionary state, string prefix)
    {
        var hasReason = Enum.TryParse<ExportReason>(Reason, out var reason) && Enum.IsDefined(reason);
        var hasEncoding = Enum.TryParse<SpreadsheetEncoding>(Encoding, out var encoding) && Enum.IsDefined(encoding);
        if (!hasReason) state.AddModelError($"{prefix}.{nameof(Reason)}", "書き出す理由を選んでください。");
        if (!hasEncoding) state.AddModelError($"{prefix}.{nameof(Encoding)}", "文字コードを選んでください。");
        return hasReason && hasEncoding ? (reason, encoding) : null;
    }

    /// <summary>Why a file could not be written in the encoding, and what to do.</summary>
    public static string WordsOf(UnwritableCell cell) =>
        $"{cell.Row}行目の「{cell.Column}」に、CP932で書けない文字「{cell.Character}」({cell.CodePoint})があります。書き出していません。UTF-8を選ぶか、その行を条件で外してください。";
}
