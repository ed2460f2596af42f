using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.HandOver;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Day;

/// <summary>再収納: the card's label, then the place's label; below, what still has to go back.</summary>
[Needs(Permission.MoveCards)]
public sealed class ReshelveModel(ListCounters list, SeeReshelveList see, ProposePlace propose, ReshelveCard reshelve) : CounterPage(list)
{
    [BindProperty]
    public string? Scan { get; set; }

    /// <summary>The card that was read and waits for its place; null while none does.</summary>
    [BindProperty]
    public Guid? Card { get; set; }

    public SeeReshelveList.View View { get; private set; } = null!; // loaded before the page is shown
    public Tone? Tone { get; private set; }
    public string? Heading { get; private set; }
    public string Advice { get; private set; } = "トレイのカードの管理ラベルを読み取ってください。";
    public string Label => Card is null ? "1 カードの管理ラベル" : "2 保管場所のラベル";

    public Task OnGetAsync() => ShowAsync();

    public async Task OnPostAsync()
    {
        foreach (var code in ScanCode.ReadAll(Scan))
        {
            switch (code)
            {
                case ScanCode.Card label:
                    Tell(await propose.RunAsync(new(ScanWords.Serial(label)), Caller, Cancelled));
                    break;
                case ScanCode.Location place when Card is { } card:
                    Tell(await reshelve.RunAsync(new(card, place.Path), Caller, Cancelled));
                    break;
                case ScanCode.Location:
                    Say(Web.Marks.Tone.Error, "先にカードを読み取ってください", "カードの管理ラベル、保管場所のラベルの順に読み取ります。");
                    break;
                default:
                    var (heading, advice) = ScanWords.Of(code);
                    Say(Web.Marks.Tone.Error, heading, advice);
                    break;
            }

            if (Tone == Web.Marks.Tone.Error) break;
        }

        ModelState.Clear();
        await ShowAsync();
    }

    private void Tell(ProposePlace.Outcome outcome)
    {
        Card = null;
        switch (outcome)
        {
            case ProposePlace.Proposed(var card):
                Card = card.CardId;
                Say(Web.Marks.Tone.Info, card.ProposedPath is { } path ? $"{card.LastFour} → {path}" : $"{card.LastFour} の保管場所へ", card.ProposedPath is null
                    ? "元の場所がわかりません。空いている場所に入れ、そのラベルを読み取ってください。"
                    : "元の場所です。入れたら、保管場所のラベルを読み取ってください。別の場所でもかまいません。");
                break;
            case ProposePlace.StillExpected(var card):
                SayExpected(card);
                break;
            case ProposePlace.NotInTray(_, var lastFour, var kind):
                Say(Web.Marks.Tone.Error, $"{lastFour} トレイにないカードです", $"記録上の場所は「{kind.Name()}」です。");
                break;
            case ProposePlace.UnknownCard:
                Say(Web.Marks.Tone.Error, "登録のないカードです", "番号を確かめてください。");
                break;
            default:
                throw new InvalidOperationException($"{outcome.GetType().Name} has no words.");
        }
    }

    private void Tell(ReshelveCard.Outcome outcome)
    {
        switch (outcome)
        {
            case ReshelveCard.Reshelved done:
                Card = null;
                Say(Web.Marks.Tone.Success, $"{done.LastFour} を戻しました", $"{done.Fill.Place.Words}。残り{done.Left}枚。次のカードを読み取ってください。");
                break;
            case ReshelveCard.AlreadyHere done:
                Card = null;
                Say(Web.Marks.Tone.Warning, $"{done.LastFour} はもうここにあります", "次のカードを読み取ってください。");
                break;
            case ReshelveCard.StillExpected(var card):
                Card = null;
                SayExpected(card);
                break;
            case ReshelveCard.NotInTray(_, var lastFour, var kind):
                Card = null;
                Say(Web.Marks.Tone.Error, $"{lastFour} トレイにないカードです", $"記録上の場所は「{kind.Name()}」です。");
                break;
            case ReshelveCard.Full(var fill):
                Say(Web.Marks.Tone.Error, "いっぱいです", $"{fill.Place.Words}には{fill.Capacity}枚まで入ります。別の場所のラベルを読み取ってください。");
                break;
            case ReshelveCard.UnknownLocation:
                Say(Web.Marks.Tone.Error, "登録のない場所です", "保管場所のラベルを読み取ってください。");
                break;
            case ReshelveCard.NotForCards(_, var retired):
                Say(Web.Marks.Tone.Error, "カードを入れない場所です", retired ? "使用をやめた場所です。別の場所のラベルを読み取ってください。" : "箱か位置のラベルを読み取ってください。");
                break;
            case ReshelveCard.OtherOffice(var path):
                Say(Web.Marks.Tone.Error, "別の庁舎の場所です", $"{path}はこの窓口の庁舎にありません。この庁舎の場所に戻してください。");
                break;
            case ReshelveCard.UnknownCard:
                Card = null;
                Say(Web.Marks.Tone.Error, "登録のないカードです", "カードの管理ラベルから読み取り直してください。");
                break;
            default:
                throw new InvalidOperationException($"{outcome.GetType().Name} has no words.");
        }
    }

    private void SayExpected(TrayCard card) =>
        Say(Web.Marks.Tone.Error, $"{card.LastFour} はこれから使います", "来庁の予定があります。トレイに残してください。");

    private void Say(Tone tone, string heading, string advice) => (Tone, Heading, Advice) = (tone, heading, advice);

    private async Task ShowAsync()
    {
        await ChooseAsync();
        View = await see.RunAsync(new(At?.Id), Caller with { OperationId = null }, Cancelled);
    }
}
