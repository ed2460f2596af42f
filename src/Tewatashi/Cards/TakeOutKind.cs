namespace Tewatashi.Cards;

/// <summary>For what cards leave the office.</summary>
public enum TakeOutKind
{
    /// <summary>訪問交付: to somebody's home.</summary>
    HomeVisit,

    /// <summary>病院・施設への訪問.</summary>
    Institution,

    /// <summary>出張窓口.</summary>
    TemporaryCounter,

    /// <summary>出張申請の会場.</summary>
    ApplicationEvent,
}
