using Tewatashi.Data;

namespace Tewatashi.Municipalities;

/// <summary>The rules of one municipality, with the defaults most of them start from (domain: "rules that differ").</summary>
public sealed class MunicipalitySettings : IMunicipalityOwned, IVersioned
{
    public required MunicipalityCode Municipality { get; init; }
    public int Version { get; set; }

    internal MunicipalitySettings Copy() => (MunicipalitySettings)MemberwiseClone();

    /// <summary>Business days between today and the earliest day a resident may book on the internet.</summary>
    public int WebLeadBusinessDays { get; set; } = 3;

    /// <summary>The same for the telephone desk.</summary>
    public int PhoneLeadBusinessDays { get; set; } = 1;

    /// <summary>The latest bookable day, in days from today, inclusive.</summary>
    public int HorizonDays { get; set; } = 60;

    /// <summary>Change and cancellation on the internet close this many business days before the visit, at <see cref="WebCutoffTime"/>.</summary>
    public int WebCutoffBusinessDays { get; set; } = 1;

    public TimeOnly WebCutoffTime { get; set; } = new(17, 0);

    public int HoldMinutes { get; set; } = 10;

    /// <summary>How often 「時間を延ばす」 may be pressed.</summary>
    public int HoldExtensions { get; set; } = 10;

    public int PersonsPerVisit { get; set; } = 4;
    public int MinutesPerPerson { get; set; } = 15;

    /// <summary>Minutes of a person who is represented by a proxy.</summary>
    public int MinutesForProxy { get; set; } = 30;

    /// <summary>Minutes added for a card that needs an amendment (要追記).</summary>
    public int MinutesForAmendment { get; set; } = 15;

    /// <summary>After this many minutes those who wait go first.</summary>
    public int LateMinutes { get; set; } = 10;

    /// <summary>Per cent of a cell's capacity kept for the telephone and for people without a booking.</summary>
    public int KeptPercent { get; set; } = 20;

    /// <summary>From this many business days before the visit, at <see cref="KeptReleaseTime"/>, the internet may book the kept seats too; null: never.</summary>
    public int? KeptReleaseBusinessDays { get; set; }

    public TimeOnly KeptReleaseTime { get; set; } = new(15, 0);

    /// <summary>For so many days whoever lost their place may also book kept seats and from the telephone's earliest day on; 0: no priority.</summary>
    public int RebookingPriorityDays { get; set; } = 14;

    /// <summary>交付期限 in days from the dispatch of the notice.</summary>
    public int DeadlineDays { get; set; } = 90;

    public bool ReceivableAfterDeadline { get; set; } = true;

    /// <summary>Of the people who were notified and have not booked, so many per cent are expected to book still: a new batch leaves that many places.</summary>
    public int ExpectedBookingPercent { get; set; } = 70;

    /// <summary>郵送交付: after so many days without 配達済 or 返戻 a posted card is overdue.</summary>
    public int PostOverdueDays { get; set; } = 14;

    /// <summary>The number of the decision by which 引受番号 is kept, which is none of the fourteen items; null: it is not taken.</summary>
    public string? TrackingNumberDecision { get; set; }

    /// <summary>A card goes to a proxy who comes alone only when a second member of staff confirms it.</summary>
    public bool SecondForProxy { get; set; } = true;

    /// <summary>A card is picked only when somebody has looked into the register for it: 異動なし確認.</summary>
    public bool UnmovedCheckAtPick { get; set; } = true;

    /// <summary>Business days a card needs to another office.</summary>
    public int TransferBusinessDays { get; set; } = 2;

    /// <summary>So many boxes are drawn each day to be counted (棚卸); 0: none are drawn.</summary>
    public int CountsPerDay { get; set; } = 3;

    /// <summary>After so many days without a count, cards in a place count as overdue.</summary>
    public int CountOverdueDays { get; set; } = 90;

    /// <summary>Whether a card that nobody came for becomes a candidate for 廃棄.</summary>
    public bool DisposalOn { get; set; }

    /// <summary>Months after the first notice; null: they do not count. The later of this and the next rule counts.</summary>
    public int? DisposalMonthsAfterFirst { get; set; } = 12;

    /// <summary>Months after the last re-notice, without which a card is kept; null: none is asked for.</summary>
    public int? DisposalMonthsAfterReminder { get; set; } = 3;

    /// <summary>So many different people stand for a disposal: 2, or 3 where the witness is neither proposer nor approver.</summary>
    public int DisposalPeople { get; set; } = 2;

    /// <summary>Kinds of recipient that may be chosen, as codes joined by a comma; the rest of the list is closed.</summary>
    public string OpenRecipientKinds { get; set; } = string.Join(',', Enum.GetNames<RecipientKind>());

    /// <summary>The number of the decision by which the year of birth is kept; null: only month and day are kept.</summary>
    public string? BirthYearDecision { get; set; }

    /// <summary>Whether 発送番号 is unique per card here, and so a proof on the telephone.</summary>
    public bool DispatchNumberProves { get; set; }

    /// <summary>Days before the visit at which the first reminder is mailed; 0: none.</summary>
    public int FirstReminderDays { get; set; } = 7;

    /// <summary>Days before the visit at which the last reminder is mailed; 0: none.</summary>
    public int LastReminderDays { get; set; } = 1;

    /// <summary>Whether an English version stands below the Japanese one in every mail.</summary>
    public bool EnglishInMails { get; set; } = true;

    /// <summary>A mail address is erased so many days after its last booking or wait has ended.</summary>
    public int AddressDays { get; set; } = 14;

    /// <summary>Minutes in which an offered seat must be accepted; those between 20:00 and 8:00 do not count.</summary>
    public int OfferMinutes { get; set; } = 180;

    public string Telephone { get; set; } = "";
    public string Fax { get; set; } = "";
    public string ContactMail { get; set; } = "";

    /// <summary>When the telephone is answered, in words.</summary>
    public string TelephoneHours { get; set; } = "";

    /// <summary>The address of the resident face as printed in notices and mails, without a closing slash; empty until set.</summary>
    public string ResidentUrl { get; set; } = "";

    /// <summary>When the guided set-up was finished; null while it has not.</summary>
    public DateTimeOffset? SetUpAt { get; set; }
}
