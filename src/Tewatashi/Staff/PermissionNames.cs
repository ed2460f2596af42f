namespace Tewatashi.Staff;

/// <summary>What the office calls the permissions.</summary>
public static class PermissionNames
{
    public static string Name(this Permission permission) => permission switch
    {
        Permission.SignedIn => "最初の画面・自分のアカウント",
        Permission.ViewCards => "カードの検索・閲覧(カナ氏名・誕生日を含む)",
        Permission.ExportLists => "見られる一覧の書き出し",
        Permission.ImportCards => "取込",
        Permission.ReceiveCards => "受入・検品・交付前設定の記録・管理ラベル",
        Permission.MoveCards => "収納・移動・抜き出し・再収納",
        Permission.CountStock => "棚卸・過不足の解消",
        Permission.SuspendCards => "保留・保留の解除",
        Permission.HandleIncidents => "紛失の確定・事故の記録",
        Permission.ViewIncidents => "事故の記録の閲覧",
        Permission.DisposeCards => "廃棄の起案・廃止登録・裁断、J-LISへの返送",
        Permission.ApproveDisposals => "廃棄の決裁",
        Permission.SendNotices => "交付通知書の作成・印刷・発送",
        Permission.ExportNotices => "交付通知の差込データの書き出し",
        Permission.PostCards => "郵送交付(暗証番号設定・郵送・配達・返戻)",
        Permission.BookForCaller => "電話での予約・変更・取消",
        Permission.ViewDay => "当日の一覧",
        Permission.HandOver => "来庁の受付・交付・見送り",
        Permission.ManageSettings => "窓口・開庁時間・保管場所・ルール・文章の設定",
        Permission.ManageStaff => "職員の招待・変更・停止",
        Permission.ViewAudit => "操作ログの検索",
        Permission.ViewStatistics => "統計",
        Permission.ViewOperations => "システムの状態",
    };
}
