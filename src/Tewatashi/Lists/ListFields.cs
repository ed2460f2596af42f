using System.Globalization;
using Tewatashi.Time;

namespace Tewatashi.Lists;

/// <summary>The kinds of fields that lists are filtered by.</summary>
public static class ListFields
{
    private const string Choose = "一覧から選んでください。";

    /// <summary>A day, typed as the office types days.</summary>
    public static ListField<DateOnly> Day(string key, string label) => new(
        key, label, text => JapaneseDate.TryParse(text, out var day) ? day : null, day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "日付を、2026-12-31 や 令和8年12月31日 のように入力してください。", support: "例: 2026-12-31");

    /// <summary>One of a closed set.</summary>
    /// <param name="only">Those that can be chosen; none named: all.</param>
    public static ListField<T> Choice<T>(string key, string label, Func<T, string> name, params IReadOnlyList<T> only) where T : struct, Enum
    {
        var offered = only.Count == 0 ? Enum.GetValues<T>() : only;
        return new(
            key, label, text => Enum.TryParse<T>(text, out var value) && value.ToString() == text && offered.Contains(value) ? value : null, value => value.ToString(), Choose,
            [.. offered.Select(value => new ListChoice(value.ToString(), name(value)))]);
    }

    /// <summary>Yes or no in the office's words.</summary>
    public static ListField<bool> Flag(string key, string label, string yes, string no) => new(
        key, label, text => bool.TryParse(text, out var value) ? value : null, value => value.ToString(), Choose, [new("True", yes), new("False", no)]);

    /// <summary>A record of the office, such as a counter; its choices come from the database.</summary>
    public static ListField<Guid> FromDatabase(string key, string label) => new(
        key, label, text => Guid.TryParse(text, out var id) ? id : null, id => id.ToString(), Choose, []);
}
