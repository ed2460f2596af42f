using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Tewatashi.Municipalities;
using Tewatashi.Text;

namespace Tewatashi.Staff.Pages.Settings;

/// <summary>The rules as they are typed: every number and time a text of either width, so that nothing typed is lost.</summary>
public sealed class RulesForm
{
    public string? WebLeadBusinessDays { get; set; }
    public string? PhoneLeadBusinessDays { get; set; }
    public string? HorizonDays { get; set; }
    public string? WebCutoffBusinessDays { get; set; }
    public string? WebCutoffTime { get; set; }
    public string? HoldMinutes { get; set; }
    public string? HoldExtensions { get; set; }
    public string? PersonsPerVisit { get; set; }
    public string? MinutesPerPerson { get; set; }
    public string? MinutesForProxy { get; set; }
    public string? MinutesForAmendment { get; set; }
    public string? LateMinutes { get; set; }
    public string? KeptPercent { get; set; }
    public string? KeptReleaseBusinessDays { get; set; }
    public string? KeptReleaseTime { get; set; }
    public string? RebookingPriorityDays { get; set; }
    public string? DeadlineDays { get; set; }
    public bool ReceivableAfterDeadline { get; set; }
    public string? ExpectedBookingPercent { get; set; }
    public string? PostOverdueDays { get; set; }
    public string? TrackingNumberDecision { get; set; }
    public bool SecondForProxy { get; set; }
    public bool UnmovedCheckAtPick { get; set; }
    public string? TransferBusinessDays { get; set; }
    public string? CountsPerDay { get; set; }
    public string? CountOverdueDays { get; set; }
    public bool DisposalOn { get; set; }
    public string? DisposalMonthsAfterFirst { get; set; }
    public string? DisposalMonthsAfterReminder { get; set; }
    public string? DisposalPeople { get; set; }
    public List<RecipientKind> OpenRecipientKinds { get; set; } = [];
    public string? BirthYearDecision { get; set; }
    public bool DispatchNumberProves { get; set; }
    public string? FirstReminderDays { get; set; }
    public string? LastReminderDays { get; set; }
    public bool EnglishInMails { get; set; }
    public string? AddressDays { get; set; }
    public string? OfferMinutes { get; set; }
    public string? Telephone { get; set; }
    public string? TelephoneHours { get; set; }
    public string? Fax { get; set; }
    public string? ContactMail { get; set; }
    public string? ResidentUrl { get; set; }

    /// <summary>What each rule is called on the page.</summary>
    public static readonly IReadOnlyDictionary<string, string> Labels = new Dictionary<string, string>
    {
        [nameof(WebLeadBusinessDays)] = "インターネット予約の最初の日(開庁日)",
        [nameof(PhoneLeadBusinessDays)] = "電話予約の最初の日(開庁日)",
        [nameof(HorizonDays)] = "予約できる最後の日(日)",
        [nameof(WebCutoffBusinessDays)] = "変更・取消の締切日(開庁日)",
        [nameof(WebCutoffTime)] = "変更・取消の締切時刻",
        [nameof(HoldMinutes)] = "お時間をお取りしておく長さ(分)",
        [nameof(HoldExtensions)] = "「時間を延ばす」の回数(回)",
        [nameof(PersonsPerVisit)] = "1回の予約の人数(人)",
        [nameof(MinutesPerPerson)] = "1人の時間(分)",
        [nameof(MinutesForProxy)] = "代理の方が受け取るときの時間(分)",
        [nameof(MinutesForAmendment)] = "追記があるときに加える時間(分)",
        [nameof(LateMinutes)] = "遅刻を待つ時間(分)",
        [nameof(KeptPercent)] = "電話・予約なしの方に残す枠(%)",
        [nameof(KeptReleaseBusinessDays)] = "残した枠をインターネットに出す日(開庁日前)",
        [nameof(KeptReleaseTime)] = "残した枠をインターネットに出す時刻",
        [nameof(RebookingPriorityDays)] = "要日時変更の方が優先して選べる期間(日)",
        [nameof(DeadlineDays)] = "交付期限(日)",
        [nameof(ReceivableAfterDeadline)] = "交付期限を過ぎても受け取れる",
        [nameof(ExpectedBookingPercent)] = "通知した方が、これから予約する見込み(%)",
        [nameof(PostOverdueDays)] = "郵送してから配達を確かめるまで(日)",
        [nameof(TrackingNumberDecision)] = "引受番号を記録する決定の番号",
        [nameof(SecondForProxy)] = "代理の方だけへの交付は、二人目の職員が確認する",
        [nameof(UnmovedCheckAtPick)] = "抜き出しには、異動なし確認が要る",
        [nameof(TransferBusinessDays)] = "別の庁舎へ運ぶ日数(開庁日)",
        [nameof(CountsPerDay)] = "1日に棚卸する箱の数(箱)",
        [nameof(CountOverdueDays)] = "棚卸をしないでおける日数(日)",
        [nameof(DisposalOn)] = "受け取りに来ないカードを廃棄の候補にする",
        [nameof(DisposalMonthsAfterFirst)] = "廃棄まで、初めの通知から(月)",
        [nameof(DisposalMonthsAfterReminder)] = "廃棄まで、最後の再通知から(月)",
        [nameof(DisposalPeople)] = "廃棄に立つ人数(人)",
        [nameof(OpenRecipientKinds)] = "受け取りに来られる方",
        [nameof(BirthYearDecision)] = "生年を保存する決定の番号",
        [nameof(DispatchNumberProves)] = "発送番号を電話での本人確認に使う",
        [nameof(FirstReminderDays)] = "1回目のお知らせメール(日前)",
        [nameof(LastReminderDays)] = "2回目のお知らせメール(日前)",
        [nameof(EnglishInMails)] = "メールに英語の文も入れる",
        [nameof(AddressDays)] = "メールアドレスを消すまで(日)",
        [nameof(OfferMinutes)] = "空きのご案内に返事を待つ時間(分)",
        [nameof(Telephone)] = "電話番号",
        [nameof(TelephoneHours)] = "電話の受付時間",
        [nameof(Fax)] = "FAX番号",
        [nameof(ContactMail)] = "問い合わせのメールアドレス",
        [nameof(ResidentUrl)] = "予約ページのアドレス",
    };

    public static RulesForm Of(Rules rules)
    {
        var form = new RulesForm { OpenRecipientKinds = [.. rules.OpenRecipientKinds] };
        foreach (var property in typeof(RulesForm).GetProperties().Where(property => property.Name != nameof(OpenRecipientKinds)))
        {
            var value = typeof(Rules).GetProperty(property.Name)!.GetValue(rules); // the form has the rules' names
            property.SetValue(form, property.PropertyType == typeof(bool) ? value : value switch
            {
                TimeOnly time => time.ToString("H:mm", CultureInfo.InvariantCulture),
                IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
                _ => value,
            });
        }

        return form;
    }

    /// <summary>What is no number or no time at all is told here, field by field; null then.</summary>
    /// <param name="former">Keeps what no form shows.</param>
    public Rules? Read(Rules former, ModelStateDictionary state, string prefix)
    {
        var rules = former with
        {
            WebLeadBusinessDays = Number(nameof(WebLeadBusinessDays), WebLeadBusinessDays),
            PhoneLeadBusinessDays = Number(nameof(PhoneLeadBusinessDays), PhoneLeadBusinessDays),
            HorizonDays = Number(nameof(HorizonDays), HorizonDays),
            WebCutoffBusinessDays = Number(nameof(WebCutoffBusinessDays), WebCutoffBusinessDays),
            WebCutoffTime = Time(nameof(WebCutoffTime), WebCutoffTime),
            HoldMinutes = Number(nameof(HoldMinutes), HoldMinutes),
            HoldExtensions = Number(nameof(HoldExtensions), HoldExtensions),
            PersonsPerVisit = Number(nameof(PersonsPerVisit), PersonsPerVisit),
            MinutesPerPerson = Number(nameof(MinutesPerPerson), MinutesPerPerson),
            MinutesForProxy = Number(nameof(MinutesForProxy), MinutesForProxy),
            MinutesForAmendment = Number(nameof(MinutesForAmendment), MinutesForAmendment),
            LateMinutes = Number(nameof(LateMinutes), LateMinutes),
            KeptPercent = Number(nameof(KeptPercent), KeptPercent),
            KeptReleaseBusinessDays = string.IsNullOrWhiteSpace(KeptReleaseBusinessDays) ? null : Number(nameof(KeptReleaseBusinessDays), KeptReleaseBusinessDays),
            KeptReleaseTime = Time(nameof(KeptReleaseTime), KeptReleaseTime),
            RebookingPriorityDays = Number(nameof(RebookingPriorityDays), RebookingPriorityDays),
            DeadlineDays = Number(nameof(DeadlineDays), DeadlineDays),
            ReceivableAfterDeadline = ReceivableAfterDeadline,
            ExpectedBookingPercent = Number(nameof(ExpectedBookingPercent), ExpectedBookingPercent),
            PostOverdueDays = Number(nameof(PostOverdueDays), PostOverdueDays),
            TrackingNumberDecision = TrackingNumberDecision ?? "",
            SecondForProxy = SecondForProxy,
            UnmovedCheckAtPick = UnmovedCheckAtPick,
            TransferBusinessDays = Number(nameof(TransferBusinessDays), TransferBusinessDays),
            CountsPerDay = Number(nameof(CountsPerDay), CountsPerDay),
            CountOverdueDays = Number(nameof(CountOverdueDays), CountOverdueDays),
            DisposalOn = DisposalOn,
            DisposalMonthsAfterFirst = string.IsNullOrWhiteSpace(DisposalMonthsAfterFirst) ? null : Number(nameof(DisposalMonthsAfterFirst), DisposalMonthsAfterFirst),
            DisposalMonthsAfterReminder = string.IsNullOrWhiteSpace(DisposalMonthsAfterReminder) ? null : Number(nameof(DisposalMonthsAfterReminder), DisposalMonthsAfterReminder),
            DisposalPeople = Number(nameof(DisposalPeople), DisposalPeople),
            OpenRecipientKinds = OpenRecipientKinds,
            BirthYearDecision = BirthYearDecision ?? "",
            DispatchNumberProves = DispatchNumberProves,
            FirstReminderDays = Number(nameof(FirstReminderDays), FirstReminderDays),
            LastReminderDays = Number(nameof(LastReminderDays), LastReminderDays),
            EnglishInMails = EnglishInMails,
            AddressDays = Number(nameof(AddressDays), AddressDays),
            OfferMinutes = Number(nameof(OfferMinutes), OfferMinutes),
            Telephone = Telephone ?? "",
            TelephoneHours = TelephoneHours ?? "",
            Fax = Fax ?? "",
            ContactMail = ContactMail ?? "",
            ResidentUrl = ResidentUrl ?? "",
        };
        return state.IsValid ? rules : null;

        int Number(string field, string? typed)
        {
            if (Typed.Number(typed) is { } number) return number;
            state.AddModelError($"{prefix}.{field}", $"{Labels[field]}は数字で入力してください。");
            return 0;
        }

        TimeOnly Time(string field, string? typed)
        {
            if (Typed.Time(typed) is { } time) return time;
            state.AddModelError($"{prefix}.{field}", $"{Labels[field]}は 17:00 のように入力してください。");
            return default;
        }
    }

    /// <summary>The rules that differ between what was typed and what counts now, in words.</summary>
    public static IReadOnlyList<RuleDifference> Differences(RulesForm typed, RulesForm now) =>
    [
        .. typeof(RulesForm).GetProperties()
            .Select(property => new RuleDifference(property.Name, Labels[property.Name], Words(property.GetValue(typed)), Words(property.GetValue(now))))
            .Where(difference => difference.Typed != difference.Now),
    ];

    /// <summary>Everything typed, in one order.</summary>
    public object?[] Values() => [.. typeof(RulesForm).GetProperties().Select(property => property.GetValue(this))];

    /// <summary>The value of a planned rule, in words.</summary>
    public static string WordsOf(PlannedRule planned) => planned.Field == nameof(OpenRecipientKinds)
        ? Words(planned.Value.Split('/').Select(Enum.Parse<RecipientKind>))
        : bool.TryParse(planned.Value, out var yes) ? Words(yes) : Words(planned.Value);

    private static string Words(object? value) => value switch
    {
        null or "" => "(なし)",
        true => "はい",
        false => "いいえ",
        IEnumerable<RecipientKind> kinds => string.Join("、", kinds.Order().Select(kind => kind.Name())),
        _ => value.ToString()!, // a text
    };
}
