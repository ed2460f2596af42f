namespace Tewatashi.Audit;

/// <summary>What the office calls each operation of the log.</summary>
public static class OperationNames
{
    public static string Name(this OperationKind operation) => operation switch
    {
        OperationKind.AddMunicipality => "自治体の登録",
        OperationKind.ChangeSettings => "設定の変更",
        OperationKind.ChangeTexts => "文面の変更",
        OperationKind.ChangePapers => "本人確認書類の表の変更",
        OperationKind.ChangeChecklist => "交付時の確認項目の変更",

        OperationKind.InviteStaff => "職員の招待",
        OperationKind.SetUpAccount => "アカウントの開始",
        OperationKind.SignInStaff => "職員のサインイン",
        OperationKind.SignOutStaff => "職員のサインアウト",
        OperationKind.ChangePassword => "パスワードの変更",
        OperationKind.ChangeStaff => "職員の変更",
        OperationKind.RefusePermission => "権限のない画面",

        OperationKind.UploadImport => "取込ファイルの受付",
        OperationKind.ApplyImport => "取込の反映",
        OperationKind.CancelImport => "取込の中止",
        OperationKind.ReceiveShipment => "受入の開始",
        OperationKind.CloseShipment => "受入の完了",
        OperationKind.InspectCard => "検品",
        OperationKind.PrepareCard => "交付前設定の記録",
        OperationKind.PrintSleeveLabels => "管理ラベルの印刷",

        OperationKind.AddLocations => "保管場所の追加",
        OperationKind.ChangeLocation => "保管場所の変更",
        OperationKind.PrintLocationLabels => "保管場所ラベルの印刷",
        OperationKind.StoreCard => "収納",

        OperationKind.PlanCounts => "棚卸の予定",
        OperationKind.OpenCount => "棚卸の開始",
        OperationKind.ScanCounted => "棚卸の読み取り",
        OperationKind.CloseCount => "棚卸の終了",
        OperationKind.GiveUpCount => "棚卸の取りやめ",
        OperationKind.ViewCountReport => "棚卸の報告の閲覧",
        OperationKind.SettleFinding => "棚卸の過不足の解消",
        OperationKind.TakeOutExtra => "棚卸の余りを別に保管",

        OperationKind.SearchCards => "カードの検索",
        OperationKind.ViewCard => "カードの閲覧",
        OperationKind.ListCards => "カード一覧の閲覧",
        OperationKind.SuspendCard => "保留・保留解除",
        OperationKind.ChangeCard => "カードの変更",

        OperationKind.CreateNoticeBatch => "通知の作成",
        OperationKind.GiveUpNoticeBatch => "通知の取りやめ",
        OperationKind.IssueNotices => "受付番号・パスワードの発行",
        OperationKind.ReprintNotices => "通知の再印刷",
        OperationKind.ReissueNotice => "通知の再発行",
        OperationKind.ConfirmPrinted => "印刷の確認",
        OperationKind.MatchNotice => "封入照合",
        OperationKind.SendNotices => "通知の発送",
        OperationKind.ResendNotice => "通知の再送",
        OperationKind.ReturnNotice => "通知の返戻",

        OperationKind.CreateReminderBatch => "再通知の作成",
        OperationKind.ExportWindowData => "差込データの出力",

        OperationKind.SetPin => "暗証番号設定の記録",
        OperationKind.PostCard => "カードの郵送",
        OperationKind.DeliverCard => "郵送したカードの配達の記録",
        OperationKind.CancelDelivery => "配達の記録の取消",
        OperationKind.TakeBackPosted => "郵送したカードの返戻",
        OperationKind.ChangeRoute => "交付方式の変更",
        OperationKind.ViewPostings => "郵送交付の一覧の閲覧",

        OperationKind.ChangeCounter => "交付窓口の変更",
        OperationKind.ChangeOpeningHours => "開庁時間の変更",
        OperationKind.ChangeClosure => "休庁日の変更",
        OperationKind.ChangeSpecialHours => "臨時の開庁時間の変更",
        OperationKind.ReduceBooths => "当日の窓口数の変更",
        OperationKind.ChangeOfficeLimit => "庁舎の同時来庁数の変更",
        OperationKind.ChangeOutage => "全国システム停止",
        OperationKind.ViewEffect => "予約への影響の確認",
        OperationKind.FitSeats => "予約枠の調整",

        OperationKind.SignInResident => "住民のサインイン",
        OperationKind.SignOutResident => "住民のサインアウト",
        OperationKind.HoldSeat => "予約枠の仮押さえ",
        OperationKind.ExtendHold => "仮押さえの延長",
        OperationKind.ReleaseHold => "仮押さえの取りやめ",
        OperationKind.BookReservation => "予約",
        OperationKind.ChangeReservation => "予約の変更",
        OperationKind.CancelReservation => "予約の取消",
        OperationKind.ViewReservation => "予約の閲覧",
        OperationKind.AddPerson => "同行者の追加",
        OperationKind.RemovePerson => "同行者を外す",
        OperationKind.RegisterMailAddress => "メールアドレスの登録",
        OperationKind.VerifyMailAddress => "メールアドレスの確認",
        OperationKind.MarkNoShow => "未来庁の記録",
        OperationKind.ViewCalls => "電話連絡一覧の閲覧",
        OperationKind.AnswerCall => "電話連絡の記録",

        OperationKind.JoinWaitingList => "空き待ちの登録",
        OperationKind.LeaveWaitingList => "空き待ちの取りやめ",
        OperationKind.ViewWaitingList => "空き待ちの閲覧",
        OperationKind.OfferSeat => "空いた枠のご案内",
        OperationKind.AcceptOffer => "ご案内した枠の予約",
        OperationKind.DeclineOffer => "ご案内した枠の辞退",

        OperationKind.ViewDay => "当日一覧の閲覧",
        OperationKind.PrintDaySheet => "当日控えの印刷",
        OperationKind.ViewPickList => "抜き出し一覧の閲覧",
        OperationKind.PickCard => "抜き出し",
        OperationKind.CheckIn => "来庁の受付",
        OperationKind.CheckInWalkIn => "予約なし来庁の受付",
        OperationKind.UndoCheckIn => "来庁受付の取り消し",
        OperationKind.CallVisit => "呼び出し",
        OperationKind.TurnAway => "来庁したが渡せなかった方の記録",
        OperationKind.ViewHandOver => "交付画面の閲覧",
        OperationKind.HandOverCard => "交付",
        OperationKind.CancelHandOver => "交付取消",
        OperationKind.RefuseHandOver => "交付見送り",
        OperationKind.PrintRefusalSlip => "見送り票の印刷",
        OperationKind.CompleteErrand => "用件の完了",
        OperationKind.ViewReshelveList => "再収納一覧の閲覧",
        OperationKind.ReshelveCard => "再収納",
        OperationKind.ViewTransfers => "移送一覧の閲覧",

        OperationKind.SearchAudit => "操作ログの検索",
        OperationKind.ViewAudit => "操作ログの閲覧",
        OperationKind.SendMail => "メールの送信",
        OperationKind.RemindVisit => "お知らせメールの準備",
        OperationKind.ChangeMailText => "メールの文章の変更",
        OperationKind.ViewMails => "届かなかったメールの閲覧",
        OperationKind.ResendMail => "メールの再送",
        OperationKind.GiveUpMail => "メールの送信の打ち切り",
        OperationKind.EraseAddresses => "メールアドレスの消去",
        OperationKind.ExportList => "一覧の出力",
        OperationKind.RecordApplications => "申請受付の件数の入力",
    };

    /// <summary>Whether it only showed something.</summary>
    public static bool IsView(this OperationKind operation) => operation
        is OperationKind.SearchCards or OperationKind.ViewCard or OperationKind.ListCards or OperationKind.ViewReservation
        or OperationKind.ViewCalls or OperationKind.ViewCountReport or OperationKind.ViewEffect
        or OperationKind.ViewDay or OperationKind.ViewPickList or OperationKind.ViewPostings or OperationKind.ViewReshelveList or OperationKind.ViewTransfers or OperationKind.ViewHandOver or OperationKind.ViewWaitingList or OperationKind.ViewMails or OperationKind.SearchAudit or OperationKind.ViewAudit;
}
