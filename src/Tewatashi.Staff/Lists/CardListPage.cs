using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Reservations.Lists;
using Tewatashi.Storage;
using Tewatashi.Text;
using Tewatashi.Time;
using Tewatashi.Web.Forms;

namespace Tewatashi.Staff.Lists;

/// <summary>A page that speaks of the cards of a filter, which stands in its address as the form's fields.</summary>
public abstract class CardListPage : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public string? Progress { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Place { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Inside { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Notice { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Booking { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Suspended { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? AmendmentNeeded { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Route { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ShipmentId { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? DaysInStock { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? DeadlineBefore { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Order { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Descending { get; set; }

    public CardListFilter Filter { get; private set; } = new();

    public ListAddress Address => new("/cards", Filter.Query, SortedBy.ToString(), Descending);

    public static IReadOnlyList<Choice> Progresses { get; } = [.. Enum.GetValues<CardProgress>().Select(value => new Choice(value.ToString(), value.Name()))];
    public static IReadOnlyList<Choice> Places { get; } = [.. Enum.GetValues<PlaceKind>().Select(value => new Choice(value.ToString(), value.Name()))];
    public static IReadOnlyList<Choice> Notices { get; } = [.. Enum.GetValues<NoticeStand>().Select(value => new Choice(value.ToString(), value.Name()))];
    public static IReadOnlyList<Choice> Bookings { get; } = [.. Enum.GetValues<BookingStand>().Select(value => new Choice(value.ToString(), value.Name()))];
    public static IReadOnlyList<Choice> Routes { get; } = [.. Enum.GetValues<CardRoute>().Select(value => new Choice(value.ToString(), value.Name()))];
    public static IReadOnlyList<Choice> Suspensions { get; } = [new("True", "保留中"), new("False", "保留ではない")];
    public static IReadOnlyList<Choice> Amendments { get; } = [new("True", "要追記"), new("False", "要追記ではない")];

    protected CardListOrder SortedBy => Enum.TryParse<CardListOrder>(Order, out var order) && Enum.IsDefined(order) ? order : CardListOrder.Serial;

    /// <summary>Reads the fields; false where one of them says nothing that can be looked for, with the reason beside it.</summary>
    protected bool ReadFilter()
    {
        Filter = new CardListFilter
        {
            Progress = Read<CardProgress>(Progress, nameof(Progress)),
            Place = Read<PlaceKind>(Place, nameof(Place)),
            Inside = Given(Inside) is not { } path ? null : LocationPath.TryParse(path, out var inside) ? inside : Wrong<LocationPath>(nameof(Inside), "保管場所の番地を、H-V1 や H-V1-03 のように入力してください。"),
            Notice = Read<NoticeStand>(Notice, nameof(Notice)),
            Booking = Read<BookingStand>(Booking, nameof(Booking)),
            Suspended = YesNo(Suspended, nameof(Suspended)),
            AmendmentNeeded = YesNo(AmendmentNeeded, nameof(AmendmentNeeded)),
            Route = Read<CardRoute>(Route, nameof(Route)),
            ShipmentId = Given(ShipmentId) is not { } id ? null : Guid.TryParse(id, out var shipment) ? shipment : WrongValue<Guid>(nameof(ShipmentId), "発送を一覧から選んでください。"),
            DaysInStock = Given(DaysInStock) is not { } text ? null
                : int.TryParse(Typed.Code(text), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= CardListFilter.MostDays ? days
                : WrongValue<int>(nameof(DaysInStock), $"日数を0から{CardListFilter.MostDays}までの数字で入力してください。"),
            DeadlineBefore = Given(DeadlineBefore) is not { } day ? null : JapaneseDate.TryParse(day, out var date) ? date : WrongValue<DateOnly>(nameof(DeadlineBefore), "日付を、2026-12-31 や 令和8年12月31日 のように入力してください。"),
        };
        return ModelState.IsValid;
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private T? Read<T>(string? text, string key) where T : struct, Enum =>
        Given(text) is not { } code ? null : Enum.TryParse<T>(code, out var value) && Enum.IsDefined(value) ? value : WrongValue<T>(key, "一覧から選んでください。");

    private bool? YesNo(string? text, string key) => Given(text) is not { } code ? null : bool.TryParse(code, out var value) ? value : WrongValue<bool>(key, "一覧から選んでください。");

    private T? Wrong<T>(string key, string problem) where T : class
    {
        ModelState.AddModelError(key, problem);
        return null;
    }

    private T? WrongValue<T>(string key, string problem) where T : struct
    {
        ModelState.AddModelError(key, problem);
        return null;
    }
}
