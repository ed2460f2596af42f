using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Counting;
using Tewatashi.Data;
using Tewatashi.Staff.Scans;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Counting;

/// <summary>
/// The labels of one box, scanned blind. With the script the scans stay in the browser until they were answered, each with its own id;
/// without it each is posted as any form.
/// </summary>
[Needs(Permission.CountStock)]
public sealed class CountModel(SeeCount see, ScanCounted scan, CloseCount close, GiveUpCount giveUp) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Scan { get; set; }

    /// <summary>Scans that waited in the browser: one in a line, its id and its 製造管理番号.</summary>
    [BindProperty]
    public string? Sent { get; set; }

    public SeeCount.View View { get; private set; } = null!; // read before the page is shown

    public ScanAnswer? Answer { get; private set; }

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var codes = ScanCode.ReadAll(Scan);
        var cards = codes.OfType<ScanCode.Card>().Select(code => SerialNumber.Parse(code.Serial)).ToList();
        if (codes.FirstOrDefault(code => code is not ScanCode.Card) is { } other)
        {
            Answer = other is ScanCode.Location
                ? new(Tone.Error, "箱のラベルです", "この箱を数え終わってから、次の箱を読み取ってください。")
                : ScanAnswer.NotTaken(other);
        }
        else if (cards.Count > 0)
        {
            var taken = await scan.RunAsync(new(Id, [.. cards.Select(serial => new ScanCounted.Scan(Ids.New(), serial))]), Caller, Cancelled);
            Answer = taken is ScanCounted.Taken
                ? new(Tone.Success, $"読み取りました {string.Join('、', cards.Select(serial => serial.Display))}")
                : new(Tone.Error, "この棚卸は終わっています", "数に入っていません。");
        }

        ModelState.Clear();
        return await ShowAsync();
    }

    /// <summary>What waited in the browser. The answer says whether it was taken, and how many labels the count holds.</summary>
    public async Task<IActionResult> OnPostSendAsync()
    {
        if (Read(Sent) is not { } scans) return BadRequest();
        return await scan.RunAsync(new(Id, scans), Caller, Cancelled) is ScanCounted.Taken taken
            ? new JsonResult(new { taken = true, labels = taken.Labels })
            : new JsonResult(new { taken = false, labels = 0 });
    }

    public async Task<IActionResult> OnPostCloseAsync()
    {
        await close.RunAsync(new(Id), Caller, Cancelled); // pressed twice: the report is there
        return Redirect($"/counts/{Id}/report");
    }

    public async Task<IActionResult> OnPostGiveUpAsync() =>
        await giveUp.RunAsync(new(Id), Caller, Cancelled) ? Redirect("/counts?done=given-up") : Redirect($"/counts/{Id}");

    private async Task<IActionResult> ShowAsync()
    {
        if (await see.RunAsync(Municipality, Id, Cancelled) is not { } view) return NotFound();
        if (view.State == CountState.Closed) return Redirect($"/counts/{Id}/report");
        if (view.State != CountState.Open) return Redirect("/counts");
        View = view;
        return Page();
    }

    private static List<ScanCounted.Scan>? Read(string? text)
    {
        var scans = new List<ScanCounted.Scan>();
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.Split(' ') is not [var id, var serial] || !Guid.TryParse(id, CultureInfo.InvariantCulture, out var known) || !SerialNumber.TryParse(serial, out var number)) return null;
            scans.Add(new(known, number));
        }

        return scans.Count is > 0 and <= ScanCounted.MostAtOnce ? scans : null;
    }
}
