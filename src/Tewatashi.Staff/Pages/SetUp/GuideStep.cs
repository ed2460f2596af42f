using Tewatashi.Reservations;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.SetUp;

/// <summary>One step of the guide as it is shown.</summary>
/// <param name="Url">Where everything about it can be changed.</param>
public sealed record GuideStep(SetUpMatter Matter, string Name, string Mark, Tone Tone, string Told, string Url, string LinkText, bool IsNext)
{
    public static IReadOnlyList<GuideStep> All(SetUpProgress progress) => [.. progress.Steps.Select(step => Of(step, progress.Next == step.Matter))];

    private static GuideStep Of(SetUpStep step, bool isNext)
    {
        var (told, url, linkText) = step.Matter switch
        {
            SetUpMatter.Storage => (step.Done ? $"箱が{step.Count}あります。" : "カードをしまう箱を作ります。箱の1つ1つにQRラベルを貼ります。", "/locations", "保管場所を開く"),
            SetUpMatter.Counters => (step.Done ? $"{step.Count}か所あります。" : "住民がカードを受け取りに来る窓口を作ります。", "/counters", "交付窓口を開く"),
            SetUpMatter.Hours => (step.Done ? $"{step.Count}か所の窓口に時間が入っています。" : "窓口が開いている曜日と時間、同時に対応できる数を入れます。", "/counters", "交付窓口・開庁時間を開く"),
            SetUpMatter.Rules => (step.Done ? "予約ページのアドレスが入っています。" : "ふつうのルールがもう入っています。予約ページのアドレスだけ入れてください。", "/settings", "ルールを見る・変える"),
            SetUpMatter.Contact => (step.Done ? "連絡先が入っています。" : "住民が困ったときの連絡先を入れます。文章は見本が入っています。", "/settings/texts", "文章を見る・変える"),
            SetUpMatter.Colleagues => (step.Done ? $"ほかに{step.Count}人のアカウントがあります。" : "1人に1つずつアカウントを作り、招待リンクを渡します。", "/staff/invite", "職員を招待する"),
            SetUpMatter.Stock => (step.Done ? "カードが入っています。" : "今まで別の方法で管理していたカードを、保管場所や予約ごと取り込めます。新しく始めるときはいりません。", "/imports", "取り込みを開く"),
        };
        var (mark, tone) = (step.Done, isNext, step.Needed) switch
        {
            (true, _, _) => ("済み", Tone.Success),
            (_, _, false) => ("必要なら", Tone.Neutral),
            (_, true, _) => ("次にすること", Tone.Info),
            _ => ("このあと", Tone.Neutral),
        };
        return new(step.Matter, step.Matter.Name(), mark, tone, told, url, linkText, isNext);
    }
}
