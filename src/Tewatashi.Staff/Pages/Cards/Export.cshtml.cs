using Microsoft.AspNetCore.Mvc;
using Tewatashi.Reservations.Lists;
using Tewatashi.Staff.Lists;
using Tewatashi.Staff.SignIn;
using Tewatashi.Text;
using Tewatashi.Time;
using Tewatashi.Web.Forms;

namespace Tewatashi.Staff.Pages.Cards;

/// <summary>Writes the cards of a filter to a file, for a reason. Names only for those who may see them, and only when asked for.</summary>
[Needs(Permission.ExportLists)]
public sealed class ExportModel(ExportCards export, TimeProvider clock) : CardListPage
{
    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public bool WithNames { get; set; }

    /// <summary>The filter of the address says something, whatever else was missing in the form.</summary>
    public bool IsReadable { get; private set; }

    public static IReadOnlyList<Choice> Reasons { get; } = [.. Enum.GetValues<ExportReason>().Select(reason => new Choice(reason.ToString(), reason.Name()))];

    public IReadOnlyList<(string Label, string Value)> Conditions => CardConditions.Of(Filter);

    public void OnGet() => IsReadable = ReadFilter();

    public async Task<IActionResult> OnPostAsync()
    {
        IsReadable = ReadFilter();
        if (!IsReadable) return Page();
        if (!Enum.TryParse<ExportReason>(Reason, out var reason) || !Enum.IsDefined(reason))
        {
            ModelState.AddModelError(nameof(Reason), "書き出す理由を選んでください。");
            return Page();
        }

        var request = new ExportCards.Request(Filter, SortedBy, Descending, reason, WithNames && May(Permission.ViewCards));
        if (await export.RunAsync(request, Caller, Cancelled) is ExportCards.Exported exported)
            return File(exported.Csv, SpreadsheetCsv.ContentType, FormattableString.Invariant($"cards-{JapanTime.Today(clock):yyyyMMdd}.csv"));
        ModelState.AddModelError("", "この条件のカードはありません。一覧に戻り、条件を変えてください。");
        return Page();
    }
}
