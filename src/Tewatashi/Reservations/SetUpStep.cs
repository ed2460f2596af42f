namespace Tewatashi.Reservations;

/// <summary>How one matter of the set-up stands, as its own records tell.</summary>
/// <param name="Count">Boxes, counters, counters with hours, other accounts, cards; 0 or 1 for what is entered or not.</param>
public sealed record SetUpStep(SetUpMatter Matter, bool Done, int Count)
{
    /// <summary>Without it nobody could book; the rest can follow later.</summary>
    public bool Needed => Matter is not (SetUpMatter.Colleagues or SetUpMatter.Stock);
}
