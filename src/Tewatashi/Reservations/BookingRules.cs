using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Time;

namespace Tewatashi.Reservations;

/// <summary>The municipality's rules of booking at one moment: which days, how many minutes, until when a change is possible.</summary>
public sealed class BookingRules(MunicipalitySettings settings, BusinessDays businessDays, DateTimeOffset now)
{
    public MunicipalitySettings Settings { get; } = settings;
    public DateTimeOffset Now { get; } = now;
    public DateOnly Today { get; } = JapanTime.DateOf(now);

    /// <summary>The last bookable day, inclusive.</summary>
    public DateOnly LatestOn => Today.AddDays(Settings.HorizonDays);

    public TimeSpan HoldTime => TimeSpan.FromMinutes(Settings.HoldMinutes);

    /// <param name="mark">The mark of the set-up where this work has read it already.</param>
    public static async Task<BookingRules> LoadAsync(TewatashiContext context, DateTimeOffset now, CancellationToken cancellationToken, byte[]? mark = null) =>
        Of(await BookingSetup.OfAsync(context, mark, cancellationToken), now);

    internal static BookingRules Of(BookingSetup setup, DateTimeOffset now) => new(setup.RulesOn(JapanTime.DateOf(now)), setup.BusinessDays, now);

    /// <summary>Whether the internet may book the kept seats of a day by now.</summary>
    public bool KeptReleased(DateOnly visitOn) =>
        Settings.KeptReleaseBusinessDays is { } before
        && Now >= JapanTime.InstantOf(before == 0 ? visitOn : businessDays.Add(visitOn, -before), Settings.KeptReleaseTime);

    /// <summary>The first bookable day of a channel.</summary>
    /// <param name="priority">For someone who lost their place: on the internet as early as on the telephone.</param>
    public DateOnly EarliestOn(Channel channel, bool priority = false) => channel switch
    {
        Channel.Web when priority => businessDays.Add(Today, LeadOf(channel, priority: true)),
        Channel.Web => businessDays.Add(Today, Settings.WebLeadBusinessDays),
        Channel.Phone => businessDays.Add(Today, Settings.PhoneLeadBusinessDays),
        Channel.Counter or Channel.Stock => Today,
    };

    /// <summary>開庁日 between today and the first bookable day of a channel.</summary>
    public int LeadOf(Channel channel, bool priority = false) => channel switch
    {
        Channel.Web when priority => Math.Min(Settings.PhoneLeadBusinessDays, Settings.WebLeadBusinessDays),
        Channel.Web => Settings.WebLeadBusinessDays,
        Channel.Phone => Settings.PhoneLeadBusinessDays,
        Channel.Counter or Channel.Stock => 0,
    };

    /// <summary>The first day on which a card that lies in another office has been brought over.</summary>
    public DateOnly BroughtOverOn => businessDays.Add(Today, Settings.TransferBusinessDays);

    /// <summary>The first day for a card that is taken out until a time: the 開庁日 after it is to be back, or after today where it is late.</summary>
    public DateOnly AfterReturnOn(DateTimeOffset backBy) => businessDays.Add(JapanTime.DateOf(backBy) is var on && on > Today ? on : Today, 1);

    /// <summary>Until when, not included, a visit can be changed or cancelled on the internet.</summary>
    public DateTimeOffset ChangeableUntil(DateOnly visitOn) => JapanTime.InstantOf(
        Settings.WebCutoffBusinessDays == 0 ? visitOn : businessDays.Add(visitOn, -Settings.WebCutoffBusinessDays), Settings.WebCutoffTime);

    public bool IsOpen(RecipientKind kind) => OpenKinds.Contains(kind);

    public IReadOnlyList<RecipientKind> OpenKinds =>
    [
        .. Settings.OpenRecipientKinds.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Enum.Parse<RecipientKind>),
    ];

    /// <summary>Minutes of one person.</summary>
    public int MinutesOf(RecipientKind kind, bool amendmentNeeded) =>
        (kind.ComesAlone() ? Settings.MinutesForProxy : Settings.MinutesPerPerson) + (amendmentNeeded ? Settings.MinutesForAmendment : 0);

    /// <summary>Rounded up to whole cells of a counter's grid.</summary>
    public static int OnGrid(int minutes, int gridMinutes) => (minutes + gridMinutes - 1) / gridMinutes * gridMinutes;
}
