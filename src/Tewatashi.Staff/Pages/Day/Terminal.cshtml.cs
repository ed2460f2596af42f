using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.HandOver.Terminal;
using Tewatashi.Staff.SignIn;
using Tewatashi.Time;
using Tewatashi.Web.Forms;

namespace Tewatashi.Staff.Pages.Day;

/// <summary>統合端末の交付済・廃止一覧: pasted or as a file, and what differs from our books, both ways.</summary>
[Needs(Permission.HandOver)]
public sealed class TerminalModel(ImportTerminalList import, SeeTerminal see, ExplainDifference explain, TimeProvider clock) : StaffPage
{
    private const int MostBytes = 2_000_000;

    [BindProperty(SupportsGet = true)]
    public DateOnly? Date { get; set; }

    /// <summary>What was just done: a code of this page.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>How many lines were new.</summary>
    [BindProperty(SupportsGet = true)]
    public int? New { get; set; }

    /// <summary>Never written into the page again.</summary>
    [BindProperty]
    public string? List { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public bool Empty { get; set; }

    [BindProperty]
    public string? Serial { get; set; }

    [BindProperty]
    public DifferenceSide? Side { get; set; }

    [BindProperty]
    public DifferenceReason? Reason { get; set; }

    /// <summary>Null where no list of the day was brought in.</summary>
    public TerminalView? View { get; private set; }

    public DateOnly Day => Date ?? JapanTime.Today(clock);
    public static IEnumerable<Choice> Reasons => Enum.GetValues<DifferenceReason>().Select(reason => new Choice(reason.ToString(), reason.Name()));

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        ModelState.Clear();
        if (Upload?.Length > MostBytes)
        {
            ModelState.AddModelError(nameof(Upload), "ファイルが大きすぎます。1日分の一覧を選んでください。");
            return await ShowAsync();
        }

        var text = Upload is { Length: > 0 } ? await ReadAsync(Upload) : List ?? "";
        List = null;
        switch (await import.RunAsync(new(Day, text, Empty), Caller, Cancelled))
        {
            case ImportTerminalList.Imported done: return Redirect(string.Create(CultureInfo.InvariantCulture, $"/terminal?date={Day:yyyy-MM-dd}&done=imported&new={done.New}"));
            case ImportTerminalList.Unreadable(var lines):
                ModelState.AddModelError(nameof(List), $"読めない行があります({string.Join("、", lines.Take(10))}行目{(lines.Count > 10 ? "ほか" : "")})。何も取り込んでいません。製造管理番号、交付済または廃止、日付の順にしてください。");
                break;
            case ImportTerminalList.IndividualNumberDropped:
                ModelState.AddModelError(nameof(List), "個人番号(マイナンバー)が入っています。何も取り込まず、破棄しました。製造管理番号だけの一覧にしてください。");
                break;
            case ImportTerminalList.NothingGiven:
                ModelState.AddModelError(nameof(List), "一覧を貼り付けるか、ファイルを選んでください。1件もない日は「この日は1件もない」に付けてください。");
                break;
            case ImportTerminalList.InFuture:
                ModelState.AddModelError(nameof(List), "まだ来ていない日の行があります。何も取り込んでいません。日付を確かめてください。");
                break;
            case var outcome: throw new InvalidOperationException($"{outcome.GetType().Name} has no words.");
        }

        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostExplainAsync()
    {
        if (!SerialNumber.TryParse(Serial, out var serial) || Side is not { } side || Reason is not { } reason) return NotFound();
        var told = await explain.RunAsync(new(Day, serial, side, reason), Caller, Cancelled) is ExplainDifference.Explained;
        return Redirect(string.Create(CultureInfo.InvariantCulture, $"/terminal?date={Day:yyyy-MM-dd}&done={(told ? "explained" : "meanwhile")}"));
    }

    private async Task<string> ReadAsync(IFormFile file)
    {
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, Cancelled);
        return TerminalText.Decode(memory.ToArray());
    }

    private async Task<IActionResult> ShowAsync()
    {
        View = await see.RunAsync(new(Day), Caller, Cancelled);
        return Page();
    }
}
