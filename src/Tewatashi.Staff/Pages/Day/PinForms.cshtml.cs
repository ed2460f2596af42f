using Microsoft.AspNetCore.Mvc;
using Tewatashi.HandOver;
using Tewatashi.HandOver.PinForms;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;
using Tewatashi.Web.Forms;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Day;

/// <summary>暗証番号設定依頼書 in custody: taken in by the label of the card, moved by a button, shredded before a second person.</summary>
[Needs(Permission.HandOver)]
public sealed class PinFormsModel(ListCounters list, SeePinForms see, ReceivePinForm receive, MovePinForm move) : CounterPage(list)
{
    /// <summary>What was just done: a code of this page.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty]
    public string? Scan { get; set; }

    [BindProperty]
    public PinFormReason Reason { get; set; } = PinFormReason.NationalSystemDown;

    [BindProperty]
    public Guid? Form { get; set; }

    [BindProperty]
    public PinFormStep? Step { get; set; }

    [BindProperty]
    public string? SecondUserId { get; set; }

    /// <summary>Never written into the page again.</summary>
    [BindProperty]
    public string? SecondPassword { get; set; }

    public IReadOnlyList<PinFormLine> Forms { get; private set; } = [];
    public Tone? Tone { get; private set; }
    public string? Heading { get; private set; }
    public string Advice { get; private set; } = "依頼書を封筒に入れて封をし、カードのケースの管理ラベルを読み取ってください。暗証番号は入力しません。";

    public static IEnumerable<Choice> Reasons => Enum.GetValues<PinFormReason>().Select(reason => new Choice(reason.ToString(), reason.Name()));

    public IEnumerable<Choice> FormChoices => Forms.Select(form => new Choice(form.FormId.ToString(), $"{form.SerialNumber.Display} {form.State.Name()}"));

    public Task OnGetAsync() => ShowAsync();

    public async Task OnPostAsync()
    {
        await ChooseAsync();
        if (At is { } at)
        {
            var code = ScanCode.Read(Scan);
            if (code is ScanCode.Card label) Tell(await receive.RunAsync(new(ScanWords.Serial(label), at.Id, Reason), Caller, Cancelled));
            else
            {
                var (heading, advice) = ScanWords.Of(code);
                Say(Web.Marks.Tone.Error, heading, advice);
            }
        }

        ModelState.Clear();
        await ShowAsync();
    }

    public async Task<IActionResult> OnPostMoveAsync()
    {
        ModelState.Clear();
        if (Form is not { } form) ModelState.AddModelError(nameof(Form), "裁断した依頼書を選んでください。");
        else
        {
            var second = string.IsNullOrWhiteSpace(SecondUserId) || string.IsNullOrEmpty(SecondPassword) ? null : new SecondSignature(SecondUserId, SecondPassword);
            switch (await move.RunAsync(new(form, Step ?? PinFormStep.Destroy, second), Caller, Cancelled))
            {
                case MovePinForm.Moved: return Redirect("/pin-forms?done=moved");
                case MovePinForm.NotPossible: return Redirect("/pin-forms?done=meanwhile");
                case MovePinForm.SecondNeeded: ModelState.AddModelError(nameof(SecondUserId), "裁断には立会いが要ります。二人目の職員のユーザーIDとパスワードを入力してください。"); break;
                case MovePinForm.SamePerson: ModelState.AddModelError(nameof(SecondUserId), "サインインしている人と同じです。二人目は別の職員が入力してください。記録しました。"); break;
                case MovePinForm.SecondRefused: ModelState.AddModelError(nameof(SecondUserId), "二人目を確認できません。ユーザーIDかパスワードが違うか、交付の権限がありません。記録しました。"); break;
                case var outcome: throw new InvalidOperationException($"{outcome.GetType().Name} has no words.");
            }
        }

        await ShowAsync();
        return Page();
    }

    private void Tell(ReceivePinForm.Outcome outcome)
    {
        switch (outcome)
        {
            case ReceivePinForm.Received done: Say(Web.Marks.Tone.Success, $"{done.LastFour} の依頼書を預かりました", "封筒を金庫に入れてください。"); break;
            case ReceivePinForm.AlreadyThere there: Say(Web.Marks.Tone.Warning, $"{there.LastFour} の依頼書はもう預かっています", "下の一覧で確かめてください。"); break;
            case ReceivePinForm.Over over: Say(Web.Marks.Tone.Error, $"{over.LastFour} 交付が終わったカードです", "預かっていません。依頼書は本人に返すか、その場で裁断してください。"); break;
            case ReceivePinForm.UnknownCard: Say(Web.Marks.Tone.Error, "登録のないカードです", "番号を確かめてください。"); break;
            default: throw new InvalidOperationException($"{outcome.GetType().Name} has no words.");
        }
    }

    private void Say(Tone tone, string heading, string advice) => (Tone, Heading, Advice) = (tone, heading, advice);

    private async Task ShowAsync()
    {
        await ChooseAsync();
        Forms = await see.RunAsync(new(At?.Id), Caller, Cancelled);
    }
}
