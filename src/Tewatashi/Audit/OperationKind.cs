namespace Tewatashi.Audit;

/// <summary>Everything that is recorded in the operation log. A use case names exactly one.</summary>
public enum OperationKind
{
    // Municipality and set-up
    AddMunicipality,
    ChangeSettings,
    ChangeTexts,
    ChangePapers,
    ChangeChecklist,

    // Staff
    InviteStaff,
    SetUpAccount,
    SignInStaff,
    SignOutStaff,
    ChangePassword,
    ChangeStaff,
    RefusePermission,

    // Imports and receiving
    UploadImport,
    ApplyImport,
    CancelImport,
    ReceiveShipment,
    CloseShipment,
    InspectCard,
    PrepareCard,
    PrintSleeveLabels,

    // Storage
    AddLocations,
    ChangeLocation,
    PrintLocationLabels,
    StoreCard,

    // Between offices
    OrderTransfer,
    CallOffTransfer,
    ViewTransfers,
    OpenParcel,
    PackCard,
    UnpackCard,
    GiveUpParcel,
    SendParcel,
    PrintParcelSlip,
    ViewParcel,
    ReceiveParcel,
    ShelveParcelCard,
    CloseParcel,
    SignDifference,

    // Counting
    PlanCounts,
    OpenCount,
    ScanCounted,
    CloseCount,
    GiveUpCount,
    ViewCountReport,
    SettleFinding,
    TakeOutExtra,

    // Cards
    SearchCards,
    ViewCard,
    ListCards,
    SuspendCard,
    ChangeCard,

    // Notices
    CreateNoticeBatch,
    GiveUpNoticeBatch,
    IssueNotices,
    ReprintNotices,
    ReissueNotice,
    ConfirmPrinted,
    MatchNotice,
    SendNotices,
    ResendNotice,
    ReturnNotice,
    CreateReminderBatch,
    ExportWindowData,

    // Mail route
    SetPin,
    PostCard,
    DeliverCard,
    CancelDelivery,
    TakeBackPosted,
    ChangeRoute,
    ViewPostings,

    // Counters
    ChangeCounter,
    ChangeOpeningHours,
    ChangeClosure,
    ChangeSpecialHours,
    ReduceBooths,
    ChangeOfficeLimit,
    ChangeOutage,
    ViewEffect,
    FitSeats,

    // Reservations
    SignInResident,
    SignOutResident,
    HoldSeat,
    ExtendHold,
    ReleaseHold,
    BookReservation,
    ChangeReservation,
    CancelReservation,
    ViewReservation,
    AddPerson,
    RemovePerson,
    RegisterMailAddress,
    VerifyMailAddress,
    MarkNoShow,
    ViewCalls,
    AnswerCall,

    // Waiting
    JoinWaitingList,
    LeaveWaitingList,
    ViewWaitingList,
    OfferSeat,
    AcceptOffer,
    DeclineOffer,

    // The day
    ViewDay,
    PrintDaySheet,
    ViewPickList,
    PickCard,
    CheckIn,
    CheckInWalkIn,
    UndoCheckIn,
    CallVisit,
    TurnAway,
    ViewHandOver,
    HandOverCard,
    CancelHandOver,
    RefuseHandOver,
    PrintRefusalSlip,
    CompleteErrand,
    ViewReshelveList,
    ReshelveCard,

    // Log and mail
    SearchAudit,
    ViewAudit,
    SendMail,
    RemindVisit,
    ChangeMailText,
    ViewMails,
    ResendMail,
    GiveUpMail,
    EraseAddresses,
    ExportList,

    // Figures
    RecordApplications,
}
