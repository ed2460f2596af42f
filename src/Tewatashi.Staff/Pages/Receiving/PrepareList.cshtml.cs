using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Staff.SignIn;
using Tewatashi.Text;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Receiving;

/// <summary>交付前設定 recorded from a list of the national terminal, one number to a line. Sent again it records nothing twice.</summary>
[Needs(Permission.ReceiveCards)]
public sealed class PrepareListModel(PrepareCard prepare) : StaffPage
{
    private const int MostLines = 5000;

    [BindProperty]
    public string? Numbers { get; set; }

    public int Recorded { get; private set; }

    /// <summary>The lines that were not recorded, and why; null before the list was sent.</summary>
    public IReadOnlyList<Line>? Refused { get; private set; }

    public sealed record Line(int Number, Tone Tone, string Text, string Advice);

    public async Task OnPostAsync()
    {
        var lines = (Numbers ?? "").Split('\n').Select((text, i) => (Number: i + 1, Text: text.Trim())).Where(line => line.Text.Length > 0).ToList();
        if (lines.Count == 0) ModelState.AddModelError(nameof(Numbers), "製造管理番号を1行に1つずつ入力してください。");
        else if (lines.Count > MostLines) ModelState.AddModelError(nameof(Numbers), $"一度に記録できるのは{MostLines}行までです。分けて入力してください。");
        else if (lines.Exists(line => IndividualNumber.ContainsOne(line.Text)))
        {
            ModelState.Remove(nameof(Numbers));
            Numbers = null;
            ModelState.AddModelError(nameof(Numbers), "個人番号と思われる番号があったため、入力をすべて破棄しました。製造管理番号だけを入力してください。");
        }

        if (!ModelState.IsValid) return;
        var read = lines.Select(line => (line.Number, Serial: SerialNumber.TryParse(line.Text, out var serial) ? serial : null)).ToList();
        var good = read.Where(line => line.Serial is not null).Select(line => (line.Number, Serial: line.Serial!)).ToList(); // filtered
        var outcomes = await prepare.RunAsync([.. good.Select(line => line.Serial)], Caller, Cancelled);
        Recorded = outcomes.OfType<PrepareCard.Prepared>().Count();
        Refused =
        [
            .. read.Where(line => line.Serial is null).Select(line => new Line(line.Number, Tone.Error, "製造管理番号ではありません", "英数字3けたと数字6けたです。"))
                .Concat(good.Zip(outcomes).Where(pair => pair.Second is not PrepareCard.Prepared).Select(pair => Say(pair.First.Number, pair.First.Serial, pair.Second)))
                .OrderBy(line => line.Number),
        ];
        ModelState.Clear();
        Numbers = null;
    }

    private static Line Say(int number, SerialNumber serial, PrepareCard.Outcome outcome)
    {
        var answer = PrepareModel.Say(outcome, serial);
        return new Line(number, answer.Tone, answer.Heading, string.Concat(answer.Lines));
    }
}
