using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Staff.Scans;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Receiving;

/// <summary>交付前設定 recorded by scan, one card after the other. A scan sent again finds it recorded.</summary>
[Needs(Permission.ReceiveCards)]
public sealed class PrepareModel(PrepareCard prepare) : StaffPage
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

    internal static ScanAnswer Say(PrepareCard.Outcome outcome, SerialNumber serial) => outcome switch
    {
        PrepareCard.Prepared => new(Tone.Success, $"記録しました {serial.Display}"),
        PrepareCard.AlreadyPrepared already => new(Tone.Warning, $"記録済みです {serial.Display}", $"{Shown.Moment(already.PreparedAt)} に記録されています。"),
        PrepareCard.NotInspected { Progress: CardProgress.Expected or CardProgress.Received } => new(Tone.Error, $"検品されていません {serial.Display}", "先に検品してください。"),
        PrepareCard.NotInspected over => new(Tone.Error, $"{over.Progress.Name()}のカードです {serial.Display}", "交付前設定は記録できません。"),
        PrepareCard.Suspended suspended => new(Tone.Error, $"保留中です {serial.Display}", $"保留: {suspended.Why.Name()}。別に置いてください。記録していません。"),
        PrepareCard.UnknownCard or _ => new(Tone.Error, $"登録のないカードです {serial.Display}", "番号を確かめてください。"),
    };

    private async Task<ScanAnswer> AnswerAsync(ScanCode code)
    {
        if (code is not ScanCode.Card card) return ScanAnswer.NotTaken(code);
        var serial = SerialNumber.Parse(card.Serial);
        var outcome = await prepare.RunAsync(new PrepareCard.Request(serial), Caller, Cancelled);
        if (outcome is PrepareCard.Prepared) Count++;
        return Say(outcome, serial);
    }
}
