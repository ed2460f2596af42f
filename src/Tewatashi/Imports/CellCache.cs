using Tewatashi.Text;

namespace Tewatashi.Imports;

/// <summary>
/// Values that most rows of a file share (発送番号, 交付窓口), read once. Bounded: a file of nothing but different values gains nothing
/// and costs nothing.
/// </summary>
internal sealed class CellCache<T>
    where T : class, IIdentifier<T>
{
    private const int Limit = 256;

    private readonly Dictionary<string, T> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public CellCache() => _lookup = _values.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The value; null where the text is none.</summary>
    public T? Read(ReadOnlySpan<char> text)
    {
        if (_lookup.TryGetValue(text, out var known))
        {
            return known;
        }

        var written = text.ToString();
        if (T.TryParse(written, out var value) && _values.Count < Limit)
        {
            _values.Add(written, value);
        }

        return value;
    }
}
