namespace Tewatashi.Data;

/// <summary>A unique index refused a row: someone else was faster. The use case that expects it turns it into an outcome.</summary>
public sealed class AlreadyThereException(string index, Exception inner) : Exception($"Unique index {index} refused a row.", inner)
{
    /// <summary>The index's name in the model.</summary>
    public string Index { get; } = index;
}
