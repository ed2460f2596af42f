using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.HandOver.Post;
using Tewatashi.Staff.Scans;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Post;

/// <summary>暗証番号設定 of the mail route recorded by scan, one card after the other. A scan sent again finds it recorded.</summary>
[Needs(Permission.PostCards)]
public sealed class PinModel(SetPin set) : StaffPage
{
    [BindProperty]
    public string? Scan { get; set; }

    /// <summary>Recorded on this page since it was opened.</summary>
    [BindProperty]
    public int Count { get; set; }

    /// <summary>Null before the first scan.</summary>
    public ScanAnswer? Answer { get; private set; }

    public async Task OnPostAsync()
    {
        var answers = new List<ScanAnswer>();
        foreach (var code in ScanCode.ReadAll(Scan)) answers.Add(await AnswerAsync(code));
        Answer = ScanAnswer.OfAll(answers);
        ModelState.Remove(nameof(Count));
    }

    private async Task<ScanAnswer> AnswerAsync(ScanCode code)
    {
        if (code is not ScanCode.Card card) return ScanAnswer.NotTaken(code);
        var serial = SerialNumber.Parse(card.Serial);
        switch (await set.RunAsync(new(serial), Caller, Cancelled))
        {
            case SetPin.PinSet:
                Count++;
                return new(Tone.Success, $"記録しました {serial.Display}", "封筒に入れて、郵送の画面で読み取ってください。");
            case SetPin.AlreadySet already:
                return new(Tone.Warning, $"記録済みです {serial.Display}", $"{Shown.Moment(already.At)} に記録されています。");
            case SetPin.Stopped stopped:
                return PostWords.Stopped(serial, stopped.Stop);
            default:
                return PostWords.UnknownCard(serial);
        }
    }
}
