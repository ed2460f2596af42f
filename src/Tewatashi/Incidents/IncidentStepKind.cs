namespace Tewatashi.Incidents;

/// <summary>What is done about an incident, in the usual order.</summary>
public enum IncidentStepKind
{
    /// <summary>To the responsible manager.</summary>
    ManagerTold,

    /// <summary>J-LIS: the card is stopped.</summary>
    MakerTold,

    /// <summary>遺失届・盗難届.</summary>
    PoliceTold,

    /// <summary>速報 to the 個人情報保護委員会.</summary>
    FirstReport,

    /// <summary>The person concerned was told.</summary>
    ApplicantTold,

    /// <summary>A new card was applied for with the person.</summary>
    ReissueArranged,

    /// <summary>確報.</summary>
    FinalReport,

    /// <summary>What shall keep it from happening again was decided.</summary>
    PreventionDecided,

    /// <summary>Nothing is left to do.</summary>
    Closed,
}
