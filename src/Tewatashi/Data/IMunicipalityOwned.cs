using Tewatashi.Municipalities;

namespace Tewatashi.Data;

/// <summary>
/// A row that belongs to one municipality and is invisible to every other: its municipality stands first in its key and its
/// unique indexes, the query filter and PostgreSQL's row-level security both look at it.
/// </summary>
public interface IMunicipalityOwned
{
    /// <summary>The municipality's code at its founding; it never changes.</summary>
    MunicipalityCode Municipality { get; }
}
