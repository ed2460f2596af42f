namespace Tewatashi.Lists;

/// <summary>One thing by which a list is filtered: a field of its form, a key of its address, a word of the operation log. Never a personal value.</summary>
public abstract class ListField(string key, string label, IReadOnlyList<ListChoice>? choices, string? support, string problem)
{
    public string Key => key;

    public string Label => label;

    /// <summary>What can be chosen; empty where the choices lie in the database; null where it is typed.</summary>
    public IReadOnlyList<ListChoice>? Choices => choices;

    /// <summary>What helps to fill it in; null where nothing is needed.</summary>
    public string? Support => support;

    /// <summary>What to do where it says nothing that can be looked for.</summary>
    public string Problem => problem;

    /// <summary>Null where it says nothing that can be looked for.</summary>
    internal abstract object? Read(string text);

    /// <summary>The one form in which it stands in the address and in the log.</summary>
    internal abstract string Write(object value);
}

/// <summary>A field whose value is a <typeparamref name="T"/>.</summary>
public sealed class ListField<T>(string key, string label, Func<string, T?> read, Func<T, string> write, string problem, IReadOnlyList<ListChoice>? choices = null, string? support = null)
    : ListField(key, label, choices, support, problem)
    where T : struct
{
    internal override object? Read(string text) => read(text);

    internal override string Write(object value) => write((T)value);
}
