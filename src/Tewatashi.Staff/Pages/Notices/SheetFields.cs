using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Tewatashi.Papers;
using Tewatashi.Text;
using Tewatashi.Web.Forms;

namespace Tewatashi.Staff.Pages.Notices;

/// <summary>Which label sheet lies in the printer, and where its first free label is.</summary>
public sealed class SheetFields
{
    private static readonly IReadOnlyList<LabelSheet> Fitting = [.. LabelSheet.All.Where(NoticeLabels.Fits)];

    public static IReadOnlyList<Choice> Choices { get; } = [.. Fitting.Select(sheet => new Choice(sheet.Key, sheet.Name))];

    public string? Sheet { get; set; } = Fitting[^1].Key;
    public string? Start { get; set; } = "1";

    /// <summary>The placement; null, and an error at the field, where it cannot be understood.</summary>
    /// <param name="prefix">The name of this group of fields on its page.</param>
    public LabelPlacement? Placement(ModelStateDictionary state, string prefix)
    {
        if (Fitting.FirstOrDefault(sheet => sheet.Key == Sheet) is not { } chosen)
        {
            state.AddModelError($"{prefix}.{nameof(Sheet)}", "ラベル用紙を選んでください。");
            return null;
        }

        if (int.TryParse(Typed.Code(Start), NumberStyles.None, CultureInfo.InvariantCulture, out var start) && start >= 1 && start <= chosen.Count)
            return new LabelPlacement(chosen, start);
        state.AddModelError($"{prefix}.{nameof(Start)}", string.Create(CultureInfo.InvariantCulture, $"始めるラベルの位置は1から{chosen.Count}の数字で入力してください。"));
        return null;
    }
}
