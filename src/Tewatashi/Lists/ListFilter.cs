namespace Tewatashi.Lists;

/// <summary>What a list is asked for: what is not there is not asked for, and all that is there must hold. Names nobody.</summary>
public sealed class ListFilter
{
    private readonly OfficeList list;
    private readonly Dictionary<string, object> values;
    private readonly IReadOnlyDictionary<string, string> prefilled;

    private ListFilter(OfficeList list, Dictionary<string, object> values, IReadOnlyDictionary<string, string> prefilled) => (this.list, this.values, this.prefilled) = (list, values, prefilled);

    /// <summary>A field that says nothing that can be looked for.</summary>
    public sealed record Problem(string Key, string Text);

    /// <summary>By the keys of the address and in their order; the operation log keeps the same.</summary>
    public IReadOnlyList<(string Key, string Value)> Pairs => [.. list.Fields.Where(asked => values.ContainsKey(asked.Key)).Select(asked => (asked.Key, asked.Write(values[asked.Key])))];

    /// <summary>As a query of an address. A field that the list fills in by itself is named where it was emptied.</summary>
    public string Query => string.Join('&', list.Fields.Where(asked => values.ContainsKey(asked.Key) || prefilled.ContainsKey(asked.Key))
        .Select(asked => $"{asked.Key}={(values.TryGetValue(asked.Key, out var value) ? Uri.EscapeDataString(asked.Write(value)) : "")}"));

    /// <summary>Null where it is not asked for.</summary>
    public T? Of<T>(ListField<T> field) where T : struct => values.TryGetValue(field.Key, out var value) ? (T)value : null;

    /// <summary>Reads what the address says: a key that is not in it has the value that the list fills in by itself, an empty one none.</summary>
    /// <param name="said">By key; null where the key is not there.</param>
    public static (ListFilter Filter, IReadOnlyList<Problem> Problems) Read(OfficeList list, DateOnly today, Func<string, string?> said)
    {
        var prefilled = list.Prefill(today);
        var (values, problems) = (new Dictionary<string, object>(), new List<Problem>());
        foreach (var field in list.Fields)
        {
            var text = said(field.Key) ?? prefilled.GetValueOrDefault(field.Key);
            if (string.IsNullOrWhiteSpace(text)) continue;
            if (field.Read(text) is { } value) values[field.Key] = value;
            else problems.Add(new(field.Key, field.Problem));
        }

        return (new(list, values, prefilled), problems);
    }

    /// <summary>As the given pairs of key and value say; for a caller that knows them to be right.</summary>
    public static ListFilter Of(OfficeList list, params IEnumerable<(string Key, string Value)> pairs)
    {
        var said = pairs.ToDictionary(pair => pair.Key, pair => pair.Value);
        var (filter, problems) = Read(list, default, key => said.GetValueOrDefault(key, ""));
        return problems.Count == 0 && said.Keys.All(key => list.Fields.Any(field => field.Key == key)) ? filter : throw new ArgumentException("No such filter.", nameof(pairs));
    }
}
