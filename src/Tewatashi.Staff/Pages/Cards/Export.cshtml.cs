using Microsoft.AspNetCore.Mvc;
using Tewatashi.Reservations.Lists;
using Tewatashi.Staff.Lists;
using Tewatashi.Staff.SignIn;
using Tewatashi.Text;
using Tewatashi.Time;

namespace Tewatashi.Staff.Pages.Cards;

/// <summary>Writes the cards of a filter to a file, for a reason. Who may not see カード一覧 may not let it out either; names only when asked for.</summary>
[Needs(Permission.ExportLists)]
public sealed class ExportModel(ExportCards export, TimeProvider clock) : CardListPage
{
    [BindProperty]
    public ExportForm Form { get; set; } = new();

    [BindProperty]
    public bool WithNames { get; set; }

    /// <summary>The filter of the address says something, whatever else was missing in the form.</summary>
    public bool IsReadable { get; private set; }

    public IReadOnlyList<(string Label, string Value)> Conditions => CardConditions.Of(Filter);

    public IActionResult OnGet()
    {
        if (!May(Permission.ViewCards)) return Forbid();
        IsReadable = ReadFilter();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!May(Permission.ViewCards)) return Forbid();
        IsReadable = ReadFilter();
        if (!IsReadable) return Page();
        if (Form.Read(ModelState, nameof(Form)) is not var (reason, encoding)) return Page();
        switch (await export.RunAsync(new(Filter, SortedBy, Descending, reason, WithNames, encoding), Caller, Cancelled))
        {
            case ExportCards.Exported exported:
                return File(exported.Csv, encoding.ContentType(), FormattableString.Invariant($"cards-{JapanTime.Today(clock):yyyyMMdd}.csv"));
            case ExportCards.Unwritable unwritable:
                ModelState.AddModelError($"{nameof(Form)}.{nameof(ExportForm.Encoding)}", ExportForm.WordsOf(unwritable.Cell));
                return Page();
        }

        ModelState.AddModelError("", "この条件のカードはありません。一覧に戻り、条件を変えてください。");
        return Page();
    }
}
