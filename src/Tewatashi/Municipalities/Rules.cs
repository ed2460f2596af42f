using Tewatashi.Text;

namespace Tewatashi.Municipalities;

/// <summary>The rules of a municipality as an administrator enters them. Units and defaults as in <see cref="MunicipalitySettings"/>.</summary>
public sealed record Rules
{
    public int WebLeadBusinessDays { get; init; }
    public int PhoneLeadBusinessDays { get; init; }
    public int HorizonDays { get; init; }
    public int WebCutoffBusinessDays { get; init; }
    public TimeOnly WebCutoffTime { get; init; }
    public int HoldMinutes { get; init; }
    public int HoldExtensions { get; init; }
    public int PersonsPerVisit { get; init; }
    public int MinutesPerPerson { get; init; }
    public int MinutesForProxy { get; init; }
    public int MinutesForAmendment { get; init; }
    public int LateMinutes { get; init; }
    public int KeptPercent { get; init; }

    /// <summary>Null: never.</summary>
    public int? KeptReleaseBusinessDays { get; init; }

    public TimeOnly KeptReleaseTime { get; init; }
    public int RebookingPriorityDays { get; init; }
    public int DeadlineDays { get; init; }
    public bool ReceivableAfterDeadline { get; init; }
    public int ExpectedBookingPercent { get; init; }
    public int PostOverdueDays { get; init; }
    public string TrackingNumberDecision { get; init; } = "";
    public bool SecondForProxy { get; init; }
    public bool UnmovedCheckAtPick { get; init; }
    public int TransferBusinessDays { get; init; }
    public int CountsPerDay { get; init; }
    public int CountOverdueDays { get; init; }
    public bool DisposalOn { get; init; }

    /// <summary>Null: does not count.</summary>
    public int? DisposalMonthsAfterFirst { get; init; }

    /// <summary>Null: none is asked for.</summary>
    public int? DisposalMonthsAfterReminder { get; init; }

    public int DisposalPeople { get; init; }
    public IReadOnlyList<RecipientKind> OpenRecipientKinds { get; init; } = [];
    public string BirthYearDecision { get; init; } = "";
    public bool DispatchNumberProves { get; init; }
    public int FirstReminderDays { get; init; }
    public int LastReminderDays { get; init; }
    public bool EnglishInMails { get; init; }
    public int AddressDays { get; init; }
    public int OfferMinutes { get; init; }
    public string Telephone { get; init; } = "";
    public string TelephoneHours { get; init; } = "";
    public string Fax { get; init; } = "";
    public string ContactMail { get; init; } = "";
    public string ResidentUrl { get; init; } = "";

    /// <summary>The bounds of each number, both ends included.</summary>
    private static readonly (string Field, Func<Rules, int> Value, int Least, int Most)[] Bounds =
    [
        (nameof(WebLeadBusinessDays), rules => rules.WebLeadBusinessDays, 0, 20),
        (nameof(PhoneLeadBusinessDays), rules => rules.PhoneLeadBusinessDays, 0, 20),
        (nameof(HorizonDays), rules => rules.HorizonDays, 7, 180),
        (nameof(WebCutoffBusinessDays), rules => rules.WebCutoffBusinessDays, 0, 10),
        (nameof(HoldMinutes), rules => rules.HoldMinutes, 5, 30),
        (nameof(HoldExtensions), rules => rules.HoldExtensions, 10, 30),
        (nameof(PersonsPerVisit), rules => rules.PersonsPerVisit, 1, 8),
        (nameof(MinutesPerPerson), rules => rules.MinutesPerPerson, 5, 120),
        (nameof(MinutesForProxy), rules => rules.MinutesForProxy, 5, 180),
        (nameof(MinutesForAmendment), rules => rules.MinutesForAmendment, 0, 120),
        (nameof(LateMinutes), rules => rules.LateMinutes, 0, 60),
        (nameof(KeptPercent), rules => rules.KeptPercent, 0, 100),
        (nameof(KeptReleaseBusinessDays), rules => rules.KeptReleaseBusinessDays ?? 0, 0, 10),
        (nameof(RebookingPriorityDays), rules => rules.RebookingPriorityDays, 0, 90),
        (nameof(DeadlineDays), rules => rules.DeadlineDays, 14, 730),
        (nameof(ExpectedBookingPercent), rules => rules.ExpectedBookingPercent, 0, 100),
        (nameof(PostOverdueDays), rules => rules.PostOverdueDays, 1, 90),
        (nameof(TransferBusinessDays), rules => rules.TransferBusinessDays, 0, 20),
        (nameof(CountsPerDay), rules => rules.CountsPerDay, 0, 100),
        (nameof(CountOverdueDays), rules => rules.CountOverdueDays, 1, 730),
        (nameof(DisposalMonthsAfterFirst), rules => rules.DisposalMonthsAfterFirst ?? 1, 1, 120),
        (nameof(DisposalMonthsAfterReminder), rules => rules.DisposalMonthsAfterReminder ?? 1, 1, 120),
        (nameof(DisposalPeople), rules => rules.DisposalPeople, 2, 3),
        (nameof(FirstReminderDays), rules => rules.FirstReminderDays, 0, 30),
        (nameof(LastReminderDays), rules => rules.LastReminderDays, 0, 6),
        (nameof(AddressDays), rules => rules.AddressDays, 1, 90),
        (nameof(OfferMinutes), rules => rules.OfferMinutes, 30, 1440),
    ];

    public static Rules Of(MunicipalitySettings settings) => new()
    {
        WebLeadBusinessDays = settings.WebLeadBusinessDays,
        PhoneLeadBusinessDays = settings.PhoneLeadBusinessDays,
        HorizonDays = settings.HorizonDays,
        WebCutoffBusinessDays = settings.WebCutoffBusinessDays,
        WebCutoffTime = settings.WebCutoffTime,
        HoldMinutes = settings.HoldMinutes,
        HoldExtensions = settings.HoldExtensions,
        PersonsPerVisit = settings.PersonsPerVisit,
        MinutesPerPerson = settings.MinutesPerPerson,
        MinutesForProxy = settings.MinutesForProxy,
        MinutesForAmendment = settings.MinutesForAmendment,
        LateMinutes = settings.LateMinutes,
        KeptPercent = settings.KeptPercent,
        KeptReleaseBusinessDays = settings.KeptReleaseBusinessDays,
        KeptReleaseTime = settings.KeptReleaseTime,
        RebookingPriorityDays = settings.RebookingPriorityDays,
        DeadlineDays = settings.DeadlineDays,
        ReceivableAfterDeadline = settings.ReceivableAfterDeadline,
        ExpectedBookingPercent = settings.ExpectedBookingPercent,
        PostOverdueDays = settings.PostOverdueDays,
        TrackingNumberDecision = settings.TrackingNumberDecision ?? "",
        SecondForProxy = settings.SecondForProxy,
        UnmovedCheckAtPick = settings.UnmovedCheckAtPick,
        TransferBusinessDays = settings.TransferBusinessDays,
        CountsPerDay = settings.CountsPerDay,
        CountOverdueDays = settings.CountOverdueDays,
        DisposalOn = settings.DisposalOn,
        DisposalMonthsAfterFirst = settings.DisposalMonthsAfterFirst,
        DisposalMonthsAfterReminder = settings.DisposalMonthsAfterReminder,
        DisposalPeople = settings.DisposalPeople,
        OpenRecipientKinds = [.. settings.OpenRecipientKinds.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<RecipientKind>)],
        BirthYearDecision = settings.BirthYearDecision ?? "",
        DispatchNumberProves = settings.DispatchNumberProves,
        FirstReminderDays = settings.FirstReminderDays,
        LastReminderDays = settings.LastReminderDays,
        EnglishInMails = settings.EnglishInMails,
        AddressDays = settings.AddressDays,
        OfferMinutes = settings.OfferMinutes,
        Telephone = settings.Telephone,
        TelephoneHours = settings.TelephoneHours,
        Fax = settings.Fax,
        ContactMail = settings.ContactMail,
        ResidentUrl = settings.ResidentUrl,
    };

    /// <summary>Everything that cannot be taken, each with what to do; empty when all is well.</summary>
    public IEnumerable<RuleProblem> Problems()
    {
        foreach (var (field, value, least, most) in Bounds)
        {
            if (value(this) < least || value(this) > most) yield return new(field, $"{least}から{most}までの数字で入力してください。");
        }

        if (FirstReminderDays > 0 && FirstReminderDays <= LastReminderDays && LastReminderDays <= 6) yield return new(nameof(FirstReminderDays), "2回目のお知らせより前の日にしてください。");
        if (DisposalOn && DisposalMonthsAfterFirst is null && DisposalMonthsAfterReminder is null) yield return new(nameof(DisposalMonthsAfterFirst), "初めの通知からか再通知からか、少なくとも一方の月数を入力してください。");
        if (OpenRecipientKinds.Count == 0) yield return new(nameof(OpenRecipientKinds), "受け取りに来られる人を1つ以上選んでください。");
        if (ResidentUrl.Length > 0 && !(Uri.TryCreate(ResidentUrl, UriKind.Absolute, out var url) && url.Scheme is "https" or "http"))
            yield return new(nameof(ResidentUrl), "住民側のアドレスは https:// から始めて入力してください。");
        if (ContactMail.Length > 0 && !Mail.EmailAddress.TryParse(ContactMail, out _)) yield return new(nameof(ContactMail), "メールアドレスの形を確かめてください。");
        foreach (var (field, text) in new[]
                 {
                     (nameof(Telephone), Telephone), (nameof(TelephoneHours), TelephoneHours), (nameof(Fax), Fax), (nameof(BirthYearDecision), BirthYearDecision),
                     (nameof(TrackingNumberDecision), TrackingNumberDecision),
                 })
        {
            if (IndividualNumber.ContainsOne(text)) yield return new(field, "個人番号(マイナンバー)は入力できません。");
            else if (text.Length > 100) yield return new(field, "100文字以内で入力してください。");
        }
    }

    /// <summary>The rules that can be planned for a day to come: those of booking. The others count as soon as they are saved.</summary>
    public static readonly IReadOnlySet<string> Plannable = new HashSet<string>
    {
        nameof(WebLeadBusinessDays), nameof(PhoneLeadBusinessDays), nameof(HorizonDays), nameof(WebCutoffBusinessDays), nameof(WebCutoffTime), nameof(HoldMinutes),
        nameof(HoldExtensions), nameof(PersonsPerVisit), nameof(MinutesPerPerson), nameof(MinutesForProxy), nameof(MinutesForAmendment), nameof(LateMinutes),
        nameof(KeptPercent), nameof(KeptReleaseBusinessDays), nameof(KeptReleaseTime), nameof(RebookingPriorityDays), nameof(ReceivableAfterDeadline),
        nameof(TransferBusinessDays), nameof(OpenRecipientKinds),
    };

    /// <summary>These with one rule as a <see cref="PlannedRule"/> has it.</summary>
    internal Rules With(string field, string value)
    {
        var changed = this with { };
        var property = typeof(Rules).GetProperty(field) ?? throw new InvalidOperationException($"No rule is called {field}.");
        property.SetValue(changed, Read(property.PropertyType, value));
        return changed;
    }

    /// <summary>The fields in which others differ from these, with their values as machine text.</summary>
    internal IReadOnlyList<(string Field, string Value)> DifferencesTo(Rules others) =>
        [.. Written().Zip(others.Written()).Where(pair => pair.First != pair.Second).Select(pair => pair.Second)];

    private static object? Read(Type type, string value)
    {
        var invariant = System.Globalization.CultureInfo.InvariantCulture;
        return type switch
        {
            _ when type == typeof(int) => int.Parse(value, invariant),
            _ when type == typeof(int?) => value.Length == 0 ? null : int.Parse(value, invariant),
            _ when type == typeof(bool) => bool.Parse(value),
            _ when type == typeof(TimeOnly) => TimeOnly.Parse(value, invariant),
            _ when type == typeof(IReadOnlyList<RecipientKind>) => value.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<RecipientKind>).ToList(),
            _ => throw new InvalidOperationException($"A rule of type {type.Name} cannot be planned."),
        };
    }

    /// <returns>What changed, as <c>field old→new</c>: rules are no personal data and may stand in the log.</returns>
    internal IReadOnlyList<string> ApplyTo(MunicipalitySettings settings)
    {
        var before = Of(settings).Written();
        settings.WebLeadBusinessDays = WebLeadBusinessDays;
        settings.PhoneLeadBusinessDays = PhoneLeadBusinessDays;
        settings.HorizonDays = HorizonDays;
        settings.WebCutoffBusinessDays = WebCutoffBusinessDays;
        settings.WebCutoffTime = WebCutoffTime;
        settings.HoldMinutes = HoldMinutes;
        settings.HoldExtensions = HoldExtensions;
        settings.PersonsPerVisit = PersonsPerVisit;
        settings.MinutesPerPerson = MinutesPerPerson;
        settings.MinutesForProxy = MinutesForProxy;
        settings.MinutesForAmendment = MinutesForAmendment;
        settings.LateMinutes = LateMinutes;
        settings.KeptPercent = KeptPercent;
        settings.KeptReleaseBusinessDays = KeptReleaseBusinessDays;
        settings.KeptReleaseTime = KeptReleaseTime;
        settings.RebookingPriorityDays = RebookingPriorityDays;
        settings.DeadlineDays = DeadlineDays;
        settings.ReceivableAfterDeadline = ReceivableAfterDeadline;
        settings.ExpectedBookingPercent = ExpectedBookingPercent;
        settings.PostOverdueDays = PostOverdueDays;
        settings.TrackingNumberDecision = TrackingNumberDecision.Trim() is { Length: > 0 } decision ? decision : null;
        settings.SecondForProxy = SecondForProxy;
        settings.UnmovedCheckAtPick = UnmovedCheckAtPick;
        settings.TransferBusinessDays = TransferBusinessDays;
        settings.CountsPerDay = CountsPerDay;
        settings.CountOverdueDays = CountOverdueDays;
        settings.DisposalOn = DisposalOn;
        settings.DisposalMonthsAfterFirst = DisposalMonthsAfterFirst;
        settings.DisposalMonthsAfterReminder = DisposalMonthsAfterReminder;
        settings.DisposalPeople = DisposalPeople;
        settings.OpenRecipientKinds = string.Join(',', OpenRecipientKinds.Distinct().Order());
        settings.BirthYearDecision = BirthYearDecision.Trim() is { Length: > 0 } number ? number : null;
        settings.DispatchNumberProves = DispatchNumberProves;
        settings.FirstReminderDays = FirstReminderDays;
        settings.LastReminderDays = LastReminderDays;
        settings.EnglishInMails = EnglishInMails;
        settings.AddressDays = AddressDays;
        settings.OfferMinutes = OfferMinutes;
        settings.Telephone = Telephone.Trim();
        settings.TelephoneHours = TelephoneHours.Trim();
        settings.Fax = Fax.Trim();
        settings.ContactMail = ContactMail.Trim();
        settings.ResidentUrl = ResidentUrl.Trim().TrimEnd('/');
        var after = Of(settings).Written();
        return [.. before.Zip(after).Where(pair => pair.First != pair.Second).Select(pair => $"{pair.First.Field} {pair.First.Value}→{pair.Second.Value}")];
    }

    private (string Field, string Value)[] Written() =>
    [
        .. typeof(Rules).GetProperties().Select(property => (property.Name, property.GetValue(this) switch
        {
            IReadOnlyList<RecipientKind> kinds => string.Join('/', kinds),
            IFormattable value => value.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
            var value => value?.ToString() ?? "",
        })),
    ];
}
