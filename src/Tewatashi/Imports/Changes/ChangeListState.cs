namespace Tewatashi.Imports.Changes;

public enum ChangeListState
{
    /// <summary>Read and matched, shown as a preview.</summary>
    Previewed,

    /// <summary>Row by row it is being decided.</summary>
    Open,

    /// <summary>Worked off, given up or lapsed: it names nobody any more.</summary>
    Ended,
}
