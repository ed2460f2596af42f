using System.Globalization;
using Tewatashi.Lists;
using Tewatashi.Staff.Scans;
using Tewatashi.Web.Forms;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Lists;

/// <summary>A list on its page: what the address asks for, and what was found.</summary>
/// <param name="Said">What stands in the address or was filled in, by the key of its field, as typed.</param>
/// <param name="Page">As the address has it.</param>
/// <param name="MayExport">Who looks may let lists out.</param>
public sealed record ListShown(ListAsk Ask, IReadOnlyList<ListFilter.Problem> Problems, IReadOnlyDictionary<string, string?> Said, int Page, bool MayExport)
{
    public SeeList.View View { get; init; } = new([], 0, 1, new Dictionary<string, IReadOnlyList<ListChoice>>());

    /// <summary>The id of the form to which ticked rows belong; null where no row is ticked.</summary>
    public string? ChosenIn { get; init; }

    public OfficeList List => Ask.List;

    public ListAddress Address => new(List.Path, Ask.Filter.Query, Ask.SortedBy, Ask.IsDescending);

    public string SortedByText => List.Columns.First(column => column.Code == Ask.SortedBy).Heading;

    /// <summary>The columns that the page has room for, each with its place in a line.</summary>
    public IEnumerable<(int Index, ListColumn Column)> Columns => List.Columns.Index().Where(column => !column.Item.InFileOnly);

    public string Total => View.Total.ToString("N0", CultureInfo.InvariantCulture);

    public static string Most => (SeeList.MostPages * SeeList.PageSize).ToString("N0", CultureInfo.InvariantCulture);

    public static ListShown Of(OfficeList list, DateOnly today, IQueryCollection query, bool mayExport)
    {
        string? Asked(string key) => query.TryGetValue(key, out var values) ? values.ToString() : null;
        var (filter, problems) = ListFilter.Read(list, today, Asked);
        var prefilled = list.Prefill(today);
        var ask = new ListAsk(list, filter, Asked(nameof(ListAsk.Order)), bool.TryParse(Asked(nameof(ListAsk.Descending)), out var descending) && descending);
        return new(
            ask, problems, list.Fields.ToDictionary(field => field.Key, field => Asked(field.Key) ?? prefilled.GetValueOrDefault(field.Key)),
            int.TryParse(Asked("p"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1, mayExport);
    }

    /// <summary>What can be chosen for a field; null where it is typed.</summary>
    public IEnumerable<Choice>? ChoicesOf(ListField field) =>
        field.Choices is null ? null : (View.Choices.GetValueOrDefault(field.Key) ?? field.Choices).Select(choice => new Choice(choice.Value, choice.Text));

    /// <summary>The heading of a column, to be sorted by.</summary>
    public SortLink Heading(ListColumn column) => Address.Sort(column.Code, column.Heading);

    /// <summary>As the screens of the office show it.</summary>
    public static string TextOf(ListCell cell) => cell.Value switch
    {
        null => "",
        DateOnly day => Shown.Day(day),
        TimeOnly time => Shown.Time(time),
        DateTimeOffset at => Shown.Moment(at),
        int number => number.ToString("N0", CultureInfo.InvariantCulture),
        _ => cell.InFile ?? "",
    };

    public static Tone ToneOf(ListCell cell) => cell.Tone switch
    {
        ListTone.Plain or ListTone.Neutral => Tone.Neutral,
        ListTone.Info => Tone.Info,
        ListTone.Success => Tone.Success,
        ListTone.Warning => Tone.Warning,
        ListTone.Error => Tone.Error,
    };

    public static string ClassOf(ListCell cell) => cell.Value switch
    {
        int => "tw-cell-number",
        DateOnly or TimeOnly or DateTimeOffset => "tw-cell-short",
        _ => "",
    };
}
