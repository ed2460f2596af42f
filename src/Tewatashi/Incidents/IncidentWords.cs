namespace Tewatashi.Incidents;

/// <summary>What the office calls the kinds and steps of an incident.</summary>
public static class IncidentWords
{
    public static string Name(this IncidentKind kind) => kind switch
    {
        IncidentKind.CardLost => "カードの紛失",
        IncidentKind.HandedToAnother => "別の方への交付",
        IncidentKind.DestroyedByMistake => "誤った廃棄",
        IncidentKind.NoticeMisdirected => "通知の誤送付",
        IncidentKind.PaperLost => "書類の紛失",
        IncidentKind.WrongfulView => "業務外の閲覧",
        IncidentKind.Other => "そのほか",
    };

    public static string Name(this IncidentStepKind kind) => kind switch
    {
        IncidentStepKind.ManagerTold => "管理責任者へ報告",
        IncidentStepKind.MakerTold => "J-LISへ連絡、一時停止",
        IncidentStepKind.PoliceTold => "警察へ届出",
        IncidentStepKind.FirstReport => "個人情報保護委員会へ速報",
        IncidentStepKind.ApplicantTold => "本人へ通知",
        IncidentStepKind.ReissueArranged => "再交付の手続き",
        IncidentStepKind.FinalReport => "個人情報保護委員会へ確報",
        IncidentStepKind.PreventionDecided => "再発防止策を決定",
        IncidentStepKind.Closed => "対応完了",
    };

    /// <summary>Kinds that a person writes down; a loss comes from its search.</summary>
    public static IReadOnlyList<IncidentKind> WrittenByHand { get; } = [.. Enum.GetValues<IncidentKind>().Where(kind => kind != IncidentKind.CardLost)];
}
