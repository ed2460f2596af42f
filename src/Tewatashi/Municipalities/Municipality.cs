namespace Tewatashi.Municipalities;

/// <summary>
/// A municipality of the installation's directory. Lies outside the wall between municipalities: it tells only that the
/// municipality exists and what it is called.
/// </summary>
public sealed class Municipality
{
    /// <summary>The code at founding: the key of every row of the municipality. Never changes.</summary>
    public required MunicipalityCode Key { get; init; }

    /// <summary>Today's code, which a merger may change.</summary>
    public required MunicipalityCode Code { get; set; }

    public required string Name { get; set; }
    public required DateTimeOffset FoundedAt { get; init; }
}
