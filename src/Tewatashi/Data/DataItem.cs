namespace Tewatashi.Data;

/// <summary>What explains that a column may exist (CMP-01): one of the fourteen items, or that it is about no applicant.</summary>
public enum DataItem
{
    ApplicationId,
    KanaName,
    Birthday,
    SerialNumber,
    DispatchNumber,
    ReservationNumber,
    EmailAddress,
    RecipientKind,
    ProxyKanaName,
    Slot,
    Counter,
    ReceptionNumber,
    ReceptionPassword,

    /// <summary>処理状況: code lists and moments alone, never free words about a person.</summary>
    CardStatus,

    /// <summary>About a member of staff.</summary>
    StaffAccount,

    /// <summary>About nobody: the municipality, its places and rules, technical keys.</summary>
    NoPerson,
}
