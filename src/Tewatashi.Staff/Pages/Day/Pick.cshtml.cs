using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.HandOver;
using Tewatashi.Municipalities;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;
using Tewatashi.Time;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Day;

/// <summary>抜き出し by scan into the day tray of a counter.</summary>
[Needs(Permission.MoveCards)]
public sealed class PickModel(ListCounters list, PickCard pick, TimeProvider clock) : CounterPage(list)
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? Date { get; set; }

    [BindProperty]
    public string? Scan { get; set; }

    /// <summary>Whoever scans has looked into the register for this card: never kept for the next.</summary>
    [BindProperty]
    public bool Unmoved { get; set; }

    public DateOnly Day => Date ?? JapanTime.Today(clock);
    public Tone? Tone { get; private set; }
    public string? Heading { get; private set; }
    public string Advice { get; private set; } = "棚から取り出したカードの、ケースの管理ラベルを読み取ってください。";

    public Task OnGetAsync() => ChooseAsync();

    public async Task OnPostAsync()
    {
        await ChooseAsync();
        var picked = 0;
        foreach (var code in ScanCode.ReadAll(Scan))
        {
            if (At is null) break;
            if (code is not ScanCode.Card label)
            {
                var (heading, advice) = ScanWords.Of(code);
                Say(Web.Marks.Tone.Error, heading, advice);
                break;
            }

            Tell(await pick.RunAsync(new(ScanWords.Serial(label), At.Id, Day, Unmoved), Caller, Cancelled));
            Unmoved = false; // it was said of one card
            if (Tone == Web.Marks.Tone.Error) break;
            picked++;
        }

        if (picked > 1) Advice = $"続けて{picked}枚を読み取りました。{Advice}";
        ModelState.Clear();
    }

    private void Tell(PickCard.Outcome outcome)
    {
        switch (outcome)
        {
            case PickCard.Picked done:
                Say(done.Likeness == Likeness.None ? Web.Marks.Tone.Success : Web.Marks.Tone.Warning, $"{done.LastFour} トレイへ", string.Create(CultureInfo.InvariantCulture,
                    $"{done.StartsAt:H:mm} {done.RecipientKind.Name()}{(done.AmendmentNeeded ? " 要追記" : "")}。残り{done.Left}枚。{(done.Likeness == Likeness.None ? "" : $"{done.Likeness.Words()}。{done.Likeness.Advice()}")}"));
                break;
            case PickCard.AlreadyPicked done:
                Say(Web.Marks.Tone.Warning, $"{done.LastFour} もう抜き出してあります", string.Create(CultureInfo.InvariantCulture, $"{done.StartsAt:H:mm}のカードです。トレイにあるか確かめてください。残り{done.Left}枚。"));
                break;
            case PickCard.NotOnList wrong:
                Say(Web.Marks.Tone.Error, $"{wrong.LastFour} この日の一覧にありません", wrong.BookedOn is { } day
                    ? $"予約は{JapaneseDate.Brief(day)}です。棚に戻してください。"
                    : "予約がありません。棚に戻してください。");
                break;
            case PickCard.OtherCounter wrong:
                Say(Web.Marks.Tone.Error, $"{wrong.LastFour} 別の窓口のカードです", $"{wrong.Counter}の予約です。この窓口のトレイに入れないでください。");
                break;
            case PickCard.NotPickable stopped:
                Say(Web.Marks.Tone.Error, $"{stopped.LastFour} {stopped.State.Name()}", stopped.State.Advice());
                break;
            case PickCard.UnmovedNotConfirmed stopped:
                Say(Web.Marks.Tone.Error, $"{stopped.LastFour} 異動なし確認がまだです", "住民記録で転出・死亡・氏名の変更がないことを確かめ、下の欄に付けてから、もう一度読み取ってください。トレイに入れないでください。");
                break;
            case PickCard.CounterClosed:
                Say(Web.Marks.Tone.Error, "この窓口は今日締めました", "トレイに入れないでください。抜き出しは明日の朝にするか、「締め」の画面で締めを取り消してください。");
                break;
            case PickCard.UnknownCard:
                Say(Web.Marks.Tone.Error, "登録のないカードです", "番号を確かめてください。取り込みが済んでいない便のカードかもしれません。");
                break;
            default:
                throw new InvalidOperationException($"{outcome.GetType().Name} has no words.");
        }
    }

    private void Say(Tone tone, string heading, string advice) => (Tone, Heading, Advice) = (tone, heading, advice);
}
