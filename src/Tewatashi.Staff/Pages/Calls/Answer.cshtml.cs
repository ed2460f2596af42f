using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Reservations.Calls;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Calls;

/// <summary>
/// Writes one answer down for the calls ticked on the list: first shows each and why some would be left, then does it and names what was left. The answer is this
/// page itself and no redirect, because it stands nowhere else; sent once more, it changes nothing.
/// </summary>
[Needs(Permission.BookForCaller)]
public sealed class AnswerModel(PreviewCallAnswers preview, AnswerCalls answer) : StaffPage
{
    /// <summary>Ticked on the list: a call and its version, with a colon between them.</summary>
    [BindProperty]
    public List<string> Selected { get; set; } = [];

    /// <summary>What the preview showed as going, in the same form.</summary>
    [BindProperty]
    public List<string> Calls { get; set; } = [];

    [BindProperty]
    public CallAnswer? Answer { get; set; }

    public IReadOnlyList<PreviewCallAnswers.Line> Lines { get; private set; } = [];

    /// <summary>Null before it was done.</summary>
    public AnswerCalls.Result? Result { get; private set; }

    public int Goes => Lines.Count(line => line.LeftOut is null);

    public string? AnswerText => Answer switch
    {
        CallAnswer.NotReached => "不在",
        CallAnswer.Reached => "伝えた",
        CallAnswer.Done => "済",
        _ => null,
    };

    public IActionResult OnGet() => Redirect("/calls");

    public async Task OnPostAsync()
    {
        var calls = Read(Selected);
        if (AnswerText is null) ModelState.AddModelError("", "結果を選んでください。一覧に戻って選び直します。");
        else if (calls.Count == 0) ModelState.AddModelError("", "記録する方を1人以上選んでください。一覧に戻って選び直します。");
        else if (calls.Count > AnswerCalls.MostCalls) ModelState.AddModelError("", $"一度に記録できるのは{AnswerCalls.MostCalls}件までです。分けて選んでください。");
        else Lines = await preview.RunAsync(new(calls), Caller, Cancelled);
    }

    public async Task<IActionResult> OnPostApplyAsync()
    {
        var calls = Read(Calls);
        if (Answer is not { } how || AnswerText is null || calls.Count is 0 or > AnswerCalls.MostCalls) return Redirect("/calls");
        Result = await answer.RunAsync(new(calls, how), Caller, Cancelled);
        Lines = await preview.RunAsync(new(calls), Caller, Cancelled);
        return Page();
    }

    public string WordOf(PreviewCallAnswers.Line line) => Result switch
    {
        null => line.LeftOut is { } why ? $"記録しません: {why.Name()}" : "記録します",
        var done => done.LeftOut.Contains(line.Call.Call.Id) ? $"記録していません: {(line.LeftOut ?? CallAnswerRefusal.Overtaken).Name()}" : "記録しました",
    };

    private static List<AnswerCalls.Chosen> Read(IEnumerable<string> texts) => [.. texts.Select(Read).OfType<AnswerCalls.Chosen>()];

    private static AnswerCalls.Chosen? Read(string text) =>
        text.Split(':') is [var id, var version] && Guid.TryParse(id, out var call) && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new AnswerCalls.Chosen(call, number)
            : null;
}
