namespace Tewatashi.Lists;

/// <summary>Why a list leaves the system: a code of this list, never free text.</summary>
public enum ExportReason
{
    StockCheck,
    NoticeWork,
    DeadlineWork,
    MovingWork,
    VisitWork,
    Report,
    Inspection,
}

public static class ExportReasonNames
{
    public static string Name(this ExportReason reason) => reason switch
    {
        ExportReason.StockCheck => "棚卸・所在の確認",
        ExportReason.NoticeWork => "交付通知・連絡の準備",
        ExportReason.DeadlineWork => "交付期限・廃棄の検討",
        ExportReason.MovingWork => "移送・配置替えの準備",
        ExportReason.VisitWork => "予約・窓口の準備",
        ExportReason.Report => "報告・統計",
        ExportReason.Inspection => "監査・検査への対応",
    };
}
