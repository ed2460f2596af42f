namespace Tewatashi.HandOver;

/// <summary>A line of the checklist at the gate.</summary>
/// <param name="Code">As stored with the answer; never changed once used.</param>
/// <param name="Text">In the office's words.</param>
/// <param name="Required">Without はい the card stays.</param>
public sealed record ChecklistQuestion(string Code, string Text, ChecklistAnswer Answer, bool Required, AskedOf AskedOf)
{
    public const int MostCounted = 9;
}
