namespace Tewatashi.Lifecycle;

/// <summary>
/// One of the four machines of a card as a declared table. It drives the guards, the buttons on the pages, the diagram in the
/// documents and the exhaustive test. What is not in the table is refused.
/// </summary>
public sealed class Machine<TState, TStep>(string name, IReadOnlyList<Transition<TState, TStep>> transitions)
    where TState : struct, Enum
    where TStep : struct, Enum
{
    private readonly Dictionary<(TState, TStep), Transition<TState, TStep>> table =
        transitions.ToDictionary(transition => (transition.From, transition.Step));

    /// <summary>What the office calls it.</summary>
    public string Name { get; } = name;

    public IReadOnlyList<Transition<TState, TStep>> Transitions { get; } = transitions;

    /// <summary>The row for a step from a state; null where the step is not possible there.</summary>
    public Transition<TState, TStep>? Find(TState from, TStep step) => table.GetValueOrDefault((from, step));

    public bool Allows(TState from, TStep step) => table.ContainsKey((from, step));

    public IEnumerable<TStep> StepsFrom(TState from) => Transitions.Where(row => row.From.Equals(from)).Select(row => row.Step);
}
