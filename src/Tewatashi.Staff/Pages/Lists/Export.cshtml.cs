using Microsoft.AspNetCore.Mvc;
using Tewatashi.Lists;
using Tewatashi.Staff.Lists;
using Tewatashi.Staff.SignIn;
using Tewatashi.Text;

namespace Tewatashi.Staff.Pages.Lists;

/// <summary>Writes the rows of a list to a file, for a reason. Who may not see the list's page may not let it out either.</summary>
[Needs(Permission.ExportLists)]
public sealed class ExportModel(SeeList see, ExportList export) : StaffPage
{
    /// <summary>The code of the list.</summary>
    [BindProperty(SupportsGet = true, Name = "list")]
    public string? Code { get; set; }

    [BindProperty]
    public ExportForm Form { get; set; } = new();

    public ListShown Shown { get; private set; } = null!; // read before the page is shown

    /// <summary>The filter in the words of its form.</summary>
    public IReadOnlyList<(string Label, string Value)> Conditions { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await ReadAsync() is var page && page is not Microsoft.AspNetCore.Mvc.RazorPages.PageResult || Shown.Problems.Count > 0) return page;
        if (Form.Read(ModelState, nameof(Form)) is not var (reason, encoding)) return page;
        switch (await export.RunAsync(new(Shown.Ask, reason, encoding, User.Roles), Caller, Cancelled))
        {
            case ExportList.Exported exported:
                return File(exported.Csv, encoding.ContentType(), FormattableString.Invariant($"{Shown.List.Code}-{see.Today:yyyyMMdd}.csv"));
            case ExportList.Unwritable unwritable:
                ModelState.AddModelError($"{nameof(Form)}.{nameof(ExportForm.Encoding)}", ExportForm.WordsOf(unwritable.Cell));
                return page;
            case ExportList.TooMany many:
                ModelState.AddModelError("", $"{many.Rows}行あります。1つのファイルは{ExportList.MostRows}行までです。期間などの条件を足して、分けて書き出してください。");
                return page;
            case ExportList.NotAllowed:
                return Forbid();
            default:
                ModelState.AddModelError("", "この条件にあてはまるものはありません。一覧に戻り、条件を変えてください。");
                return page;
        }
    }

    private async Task<IActionResult> ReadAsync()
    {
        if (OfficeLists.Of(Code) is not { } list) return NotFound();
        if (!May(list.Permission)) return Forbid();
        Shown = AskedList(list, see.Today);
        var choices = await see.ChoicesAsync(list, Municipality, Cancelled);
        Conditions =
        [
            .. Shown.Ask.Filter.Pairs.Select(pair =>
            {
                var asked = list.Fields.First(field => field.Key == pair.Key);
                return (asked.Label, (choices.GetValueOrDefault(pair.Key) ?? asked.Choices ?? []).FirstOrDefault(choice => choice.Value == pair.Value)?.Text ?? pair.Value);
            }),
        ];
        return Page();
    }
}
