namespace Tewatashi.Staff;

/// <summary>What a member of staff may do. Every staff page names one; what nobody was given is refused.</summary>
public enum Permission
{
    /// <summary>The first page, the own account.</summary>
    SignedIn,

    /// <summary>Search and see a card with the applicant's name and birthday.</summary>
    ViewCards,

    /// <summary>Take a list that one may see out of the system as a file, for a reason.</summary>
    ExportLists,

    /// <summary>Bring in and apply files of cards.</summary>
    ImportCards,

    /// <summary>Receive, inspect, record preparation, print sleeve labels.</summary>
    ReceiveCards,

    /// <summary>Shelve, move, pick and reshelve.</summary>
    MoveCards,

    /// <summary>Count storage places, read the reports, settle what differs.</summary>
    CountStock,

    /// <summary>Stop a card and lift it again.</summary>
    SuspendCards,

    /// <summary>Confirm a loss, write down incidents and what was done about them.</summary>
    HandleIncidents,

    /// <summary>Read the register of incidents.</summary>
    ViewIncidents,

    /// <summary>Propose, abolish, destroy before a witness, return to the maker.</summary>
    DisposeCards,

    /// <summary>Approve what somebody else proposed to destroy.</summary>
    ApproveDisposals,

    /// <summary>Make, print, match and send notices.</summary>
    SendNotices,

    /// <summary>Let the data of a batch of notices out as a file.</summary>
    ExportNotices,

    /// <summary>郵送交付: PIN set, posted, delivered, back to the counter.</summary>
    PostCards,

    /// <summary>Book, change and cancel for a caller.</summary>
    BookForCaller,

    /// <summary>See the day: who comes, what to pick.</summary>
    ViewDay,

    /// <summary>Check in, hand over, record that a card stayed.</summary>
    HandOver,

    /// <summary>Counters, hours, closures, storage, rules, texts.</summary>
    ManageSettings,

    /// <summary>Invite, change and disable accounts.</summary>
    ManageStaff,

    /// <summary>Search and read the operation log.</summary>
    ViewAudit,

    /// <summary>The office's figures; type in how many applied.</summary>
    ViewStatistics,

    /// <summary>See the state of the installation: mails given up, jobs.</summary>
    ViewOperations,
}
