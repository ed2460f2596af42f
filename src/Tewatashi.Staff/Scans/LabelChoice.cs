using System.Globalization;
using Tewatashi.Papers;
using Tewatashi.Web.Forms;

namespace Tewatashi.Staff.Scans;

/// <summary>The fields of a form that prints labels: which sheet, and the first free label on it.</summary>
public sealed class LabelChoice
{
    public string Sheet { get; set; } = "24-70x33";

    public string Start { get; set; } = "1";

    /// <summary>The placement asked for; null where the fields say none, with the reason.</summary>
    public LabelPlacement? Placement(out string field, out string problem)
    {
        (field, problem) = ("", "");
        if (LabelSheet.Find(Sheet) is not { } sheet)
        {
            (field, problem) = (nameof(Sheet), "ラベル用紙を選んでください。");
            return null;
        }

        if (int.TryParse(Text.Typed.Code(Start), NumberStyles.None, CultureInfo.InvariantCulture, out var start) && start >= 1 && start <= sheet.Count)
            return new LabelPlacement(sheet, start);
        (field, problem) = (nameof(Start), $"開始位置は1から{sheet.Count}の数字で入力してください。");
        return null;
    }

    public static IReadOnlyList<Choice> SheetsThatFit(Func<LabelSheet, bool> fits) =>
        [.. LabelSheet.All.Where(fits).Select(sheet => new Choice(sheet.Key, sheet.Name))];
}
