using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Disposal;
using Tewatashi.Staff.Scans;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;
using Tewatashi.Text;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Disposal;

/// <summary>廃止登録済 recorded by scan, or from a list of the national terminal, one number to a line. Sent again it records nothing twice.</summary>
[Needs(Permission.DisposeCards)]
public sealed class AbolishModel(ViewDisposal see, AbolishCards abolish) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Scan { get; set; }

    [BindProperty]
    public string? Numbers { get; set; }

    public ViewDisposal.View View { get; private set; } = null!; // read before the page is shown

    public ScanAnswer? Answer { get; private set; }

    public int Recorded { get; private set; }

    /// <summary>The lines that were not recorded; null before a list was sent.</summary>
    public IReadOnlyList<Line>? Refused { get; private set; }

    public int Left => View.Count(DisposalCardState.Chosen);

    public sealed record Line(int Number, string Text);

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var answers = new List<ScanAnswer>();
        foreach (var code in ScanCode.ReadAll(Scan))
        {
            if (code is not ScanCode.Card card)
            {
                answers.Add(ScanAnswer.NotTaken(code));
                continue;
            }

            var serial = SerialNumber.Parse(card.Serial);
            answers.Add(Words(await abolish.RunAsync(new(Id, serial), Caller, Cancelled), serial));
        }

        Answer = ScanAnswer.OfAll(answers);
        ModelState.Clear();
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostListAsync()
    {
        ModelState.Clear();
        var lines = (Numbers ?? "").Split('\n').Select((text, i) => (Number: i + 1, Text: text.Trim())).Where(line => line.Text.Length > 0).ToList();
        if (lines.Count == 0) ModelState.AddModelError(nameof(Numbers), "製造管理番号を1行に1つずつ入力してください。");
        else if (lines.Count > DisposalBatch.MostCards) ModelState.AddModelError(nameof(Numbers), $"一度に記録できるのは{DisposalBatch.MostCards}行までです。");
        else if (lines.Exists(line => IndividualNumber.ContainsOne(line.Text)))
        {
            Numbers = null;
            ModelState.AddModelError(nameof(Numbers), "個人番号と思われる番号があったため、入力をすべて破棄しました。製造管理番号だけを入力してください。");
        }

        if (!ModelState.IsValid) return await ShowAsync();
        var refused = new List<Line>();
        foreach (var (number, text) in lines)
        {
            if (!SerialNumber.TryParse(text, out var serial)) refused.Add(new(number, "製造管理番号ではありません。英数字3けたと数字6けたです。"));
            else if (await abolish.RunAsync(new(Id, serial), Caller, Cancelled) is var outcome && outcome is AbolishCards.Abolished) Recorded++;
            else refused.Add(new(number, Words(outcome, serial) is var words ? $"{words.Heading} {string.Concat(words.Lines)}" : ""));
        }

        Refused = refused;
        Numbers = null;
        return await ShowAsync();
    }

    private static ScanAnswer Words(AbolishCards.Outcome outcome, SerialNumber serial) => outcome switch
    {
        AbolishCards.Abolished abolished => new(Tone.Success, $"廃止登録済 {serial.Display}", $"残り{abolished.Left}枚。"),
        AbolishCards.AlreadyAbolished => new(Tone.Info, $"記録済みです {serial.Display}"),
        AbolishCards.DroppedOut dropped => new(Tone.Error, $"起案から外れました {serial.Display}", $"{dropped.Reason.Name()}。廃止登録をしていないか確かめ、していたら管理責任者に知らせてください。"),
        AbolishCards.NotApproved => new(Tone.Error, "決裁されていない起案です", "決裁のあとで記録してください。"),
        _ => new(Tone.Error, $"この起案のカードではありません {serial.Display}", "記録していません。カードを別に置いて、起案を確かめてください。"),
    };

    private async Task<IActionResult> ShowAsync()
    {
        if (await see.RunAsync(new(Id), Caller, Cancelled) is not { } view) return NotFound();
        View = view;
        return Page();
    }
}
