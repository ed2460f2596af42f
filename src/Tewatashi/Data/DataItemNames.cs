namespace Tewatashi.Data;

/// <summary>The items by the words of the contract.</summary>
public static class DataItemNames
{
    public static string Name(this DataItem item) => item switch
    {
        DataItem.ApplicationId => "申請書ID",
        DataItem.KanaName => "カナ氏名",
        DataItem.Birthday => "誕生日",
        DataItem.SerialNumber => "製造管理番号",
        DataItem.DispatchNumber => "発送番号",
        DataItem.ReservationNumber => "予約番号",
        DataItem.EmailAddress => "電子メールアドレス",
        DataItem.RecipientKind => "受取人種別",
        DataItem.ProxyKanaName => "代理受取人カナ氏名",
        DataItem.Slot => "交付予約日時",
        DataItem.Counter => "交付窓口",
        DataItem.ReceptionNumber => "受付番号",
        DataItem.ReceptionPassword => "受付パスワード",
        DataItem.CardStatus => "処理状況 (コード・日時のみ)",
        DataItem.StaffAccount => "職員のアカウント",
        DataItem.NoPerson => "個人に関しない",
    };
}
