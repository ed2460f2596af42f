namespace Tewatashi.Lists;

/// <summary>A column of a list, on the page and in the file.</summary>
/// <param name="Code">Stands in the address where the list is sorted by it.</param>
/// <param name="CanSort">The database sorts by it.</param>
public abstract record ListColumn(string Code, string Heading, bool CanSort)
{
    /// <summary>Stands in the file alone: the page has no room for it.</summary>
    public bool InFileOnly { get; init; }

    /// <summary>Stands on the page alone: it must not leave the system.</summary>
    public bool OnPageOnly { get; init; }
}

/// <summary>A column of rows of one kind.</summary>
/// <param name="Value">A text, number, day, time or moment; null for nothing.</param>
/// <param name="Order">Null where nobody sorts by it.</param>
public sealed record ListColumn<TRow>(string Code, string Heading, Func<TRow, object?> Value, ListOrder<TRow>? Order = null) : ListColumn(Code, Heading, Order is not null)
{
    /// <summary>Where the value leads to; null where it leads nowhere.</summary>
    public Func<TRow, string?>? Link { get; init; }

    public Func<TRow, ListTone>? Tone { get; init; }

    internal ListCell Of(TRow row) => new(Value(row), Link?.Invoke(row), Tone?.Invoke(row) ?? ListTone.Plain);
}
