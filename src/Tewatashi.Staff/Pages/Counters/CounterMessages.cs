using Tewatashi.Reservations.Closures;

namespace Tewatashi.Staff.Pages.Counters;

/// <summary>What to mend when a counter was not saved, and at which field.</summary>
internal static class CounterMessages
{
    public static (string Field, string Message) Of(SaveCounter.Outcome outcome) => outcome switch
    {
        SaveCounter.CodeTaken => ("Code", "このコードの窓口はもうあります。別のコードにしてください。"),
        SaveCounter.ChangedMeanwhile => ("", "ほかの人が先に変更しました。この画面を開き直して、もう一度変更してください。"),
        SaveCounter.Wrong { Field: nameof(SaveCounter.Request.Name) } => ("Name", $"窓口の名前を{SaveCounter.NameLength}文字以内で入力してください。"),
        SaveCounter.Wrong { Field: nameof(SaveCounter.Request.Access) } => ("Access", $"行き方は{SaveCounter.AccessLength}文字以内で入力してください。"),
        SaveCounter.Wrong { Field: nameof(SaveCounter.Request.Code) } => ("Code", "コードを英数字とハイフン10文字以内で入力してください。"),
        SaveCounter.Wrong { Field: nameof(SaveCounter.Request.GridMinutes) } => ("GridMinutes", "刻みを5分、10分、15分から選んでください。"),
        SaveCounter.Wrong { Field: nameof(SaveCounter.Request.BuildingId) } => ("BuildingId", "庁舎を選んでください。"),
        _ => ("", "保存できませんでした。画面を開き直してください。"),
    };
}
