using Tewatashi.Municipalities;

namespace Tewatashi.Reservations;

/// <summary>What changed rules do to bookings and places: shown before they are applied. Nothing that was booked or promised is taken back.</summary>
/// <param name="From">The first day on which they count.</param>
/// <param name="Before">The rules without the change.</param>
/// <param name="Touched">What stands outside the new rules and stays, or is counted differently; in order of the rules.</param>
/// <param name="ReachBefore">On that first day, without the change.</param>
/// <param name="ReachAfter">On that first day, with it.</param>
public sealed record RulesEffect(DateOnly From, Rules Before, Rules After, IReadOnlyList<RulesEffect.Touch> Touched, RulesReach ReachBefore, RulesReach ReachAfter)
{
    /// <param name="Field">The rule, a property of <see cref="Rules"/>.</param>
    public sealed record Touch(string Field, RuleTouch What, int Count);
}
